using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Boosting;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.Tests.Boosting;

public sealed class BoostedClassifierTests
{
    private static readonly ColumnCodes[] Codes =
        [new NumberCodes("x", 0, [.. Enumerable.Range(0, 16).Select(i => (double)i)]), new NameCodes("name", [.. "abcdefgh".Select(c => $"{c}")], [])];

    private static readonly BoostingOptions Options = new(60, 4, 0.2, 1, 3);

    [Fact]
    public void Learns_the_probability_that_depends_on_two_features_together()
    {
        // Even names rise with x, odd ones fall.
        var (columns, labels) = Rows(8000, (x, name, u) => u < (name % 2 == 0 ? 0.1 + 0.8 * x / 15 : 0.9 - 0.8 * x / 15));
        var classifier = Train(columns, labels);
        foreach (var (x, name, expected) in new[] { (0, 0, 0.1), (15, 0, 0.9), (0, 1, 0.9), (15, 5, 0.1), (7, 4, 0.47) })
        {
            Assert.InRange(Probability(classifier, x, name), expected - 0.08, expected + 0.08);
        }
    }

    [Fact]
    public void Rows_in_another_order_give_the_same_trees()
    {
        var (columns, labels) = Rows(1000, (x, name, u) => u < (x + name) / 25.0);
        var turned = Train([.. columns.Select(column => column.Reverse().ToArray())], [.. labels.Reverse()]);
        Assert.Equal(Written(Train(columns, labels)), Written(turned));
    }

    [Fact]
    public void Missing_values_are_told_apart_from_all_others()
    {
        var (columns, labels) = Rows(4000, (x, _, u) => u < 0.3 + 0.02 * x);
        for (var row = 0; row < 1000; row++)
        {
            columns[0][row] = Code.Missing;
            labels[row] = row % 10 > 0;
        }

        var classifier = Train(columns, labels);
        Assert.InRange(Probability(classifier, Code.Missing - Code.First, 3), 0.8, 0.97);
        Assert.InRange(Probability(classifier, 0, 3), 0.2, 0.45);
    }

    [Fact]
    public void Written_and_read_says_the_same()
    {
        var (columns, labels) = Rows(1000, (x, name, u) => u < (x + name) / 25.0);
        var classifier = Train(columns, labels);
        var read = BoostedClassifier.Read(new PayloadReader(Written(classifier)), 2);
        Assert.Equal(Probability(classifier, 3, 4), Probability(read, 3, 4));
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_make_a_classifier_that_can_be_asked()
    {
        var (columns, labels) = Rows(300, (x, _, u) => u < x / 15.0);
        var bytes = Written(Train(columns, labels));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample(change =>
        {
            byte[] damaged = [.. bytes];
            damaged[change.Item1] = change.Item2;
            try
            {
                return double.IsFinite(Probability(BoostedClassifier.Read(new PayloadReader(damaged), 2), 3, 4)) || true;
            }
            catch (InputException)
            {
                return true;
            }
        });
    }

    private static (byte[][] Columns, bool[] Labels) Rows(int rows, Func<int, int, double, bool> label)
    {
        var (x, name, labels) = (new byte[rows], new byte[rows], new bool[rows]);
        for (var row = 0; row < rows; row++)
        {
            var random = new Data.Randomness.KeyedRandom(1, (ulong)row);
            var (a, b) = (random.Next(16), random.Next(8));
            (x[row], name[row], labels[row]) = ((byte)(Code.First + a), (byte)(Code.First + b), label(a, b, random.NextDouble()));
        }

        return ([x, name], labels);
    }

    private static BoostedClassifier Train(byte[][] columns, bool[] labels) => BoostedClassifierTrainer.Train(
        TrainingRows.Of(columns, Codes, [.. Enumerable.Range(0, labels.Length)], labels), Options, CancellationToken.None);

    private static double Probability(BoostedClassifier classifier, int x, int name)
    {
        var block = new RowBlock(2, 1);
        block.Begin(1);
        (block.Codes[0], block.Codes[1]) = ((byte)(Code.First + x), (byte)(Code.First + name));
        var result = new double[1];
        classifier.Probabilities(block, [0], result);
        return result[0];
    }

    private static byte[] Written(BoostedClassifier classifier)
    {
        var writer = new PayloadWriter();
        classifier.Write(writer);
        return writer.ToArray();
    }
}
