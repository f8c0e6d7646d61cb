using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.Tests.Trees;

public sealed class SplitFinderTests
{
    private const int Cells = 6;
    private static readonly NumberCodes Ordered = new("x", 0, [1, 2, 3, 4, 5, 6]);
    private static readonly NameCodes Unordered = new("x", ["a", "b", "c", "d", "e", "f"], []);
    private static readonly Gen<(byte Feature, byte Class)[]> AnyNode =
        Gen.Select(Gen.Int[0, Cells], Gen.Int[0, 1], (code, label) => ((byte)(code == Cells ? Code.Missing : Code.First + code), (byte)label))
            .Array[8, 60];

    [Fact]
    public void For_two_classes_the_best_subset_of_names_is_found() => AnyNode.Sample(node =>
        Agrees(Find(Unordered, node, 1), node, 1, Subsets([Code.Missing, .. CellCodes])));

    [Fact]
    public void For_ordered_codes_the_best_threshold_with_missing_on_either_side_is_found() => AnyNode.Sample(node =>
        Agrees(Find(Ordered, node, 3), node, 3, Enumerable.Range(0, Cells + 1)
            .SelectMany(cut => new[] { Prefix(cut), [Code.Missing, .. Prefix(cut)] })));

    [Fact]
    public void Only_a_gain_above_the_least_is_returned() => AnyNode.Sample(node =>
        Find(Unordered, node, 1) is not { } split || Find(Unordered, node, 1, split.Gain) is null);

    private static IEnumerable<byte> CellCodes => Enumerable.Range(Code.First, Cells).Select(code => (byte)code);

    private static byte[] Prefix(int cells) => [.. CellCodes.Take(cells)];

    private static Split? Find(ColumnCodes codes, (byte Feature, byte Class)[] node, int minimumRows, double atLeast = 1e-6)
    {
        var histogram = new NodeHistogram();
        byte[] features = [.. node.Select(row => row.Feature)], classes = [.. node.Select(row => row.Class)];
        histogram.Count(features, codes.Count, [.. Enumerable.Range(0, node.Length)], classes, new int[node.Length], 2);
        return new SplitFinder(minimumRows).Find(0, codes, histogram, 2, atLeast);
    }

    private static bool Agrees(Split? found, (byte Feature, byte Class)[] node, int minimumRows, IEnumerable<byte[]> candidates)
    {
        var best = candidates.Select(left => Gain(node, minimumRows, left.Contains)).Max();
        bool IsBest(double gain) => Math.Abs(gain - best) <= 1e-9 * Math.Max(1, best);
        return found is { } split ? IsBest(split.Gain) && IsBest(Gain(node, minimumRows, split.Left.Contains)) : best <= 1e-6;
    }

    private static double Gain((byte Feature, byte Class)[] node, int minimumRows, Func<byte, bool> isLeft)
    {
        double Squares(IEnumerable<(byte Feature, byte Class)> rows)
        {
            var (ones, all) = (rows.Count(row => row.Class == 1), rows.Count());
            return SplitTarget.ClassScale * SplitTarget.ClassScale * ((double)ones * ones + (double)(all - ones) * (all - ones)) / all;
        }

        var left = node.Where(row => isLeft(row.Feature)).ToList();
        var right = node.Where(row => !isLeft(row.Feature)).ToList();
        return left.Count < minimumRows || right.Count < minimumRows ? 0 : Squares(left) + Squares(right) - Squares(node);
    }

    private static IEnumerable<byte[]> Subsets(byte[] codes) =>
        Enumerable.Range(0, 1 << codes.Length).Select(bits => codes.Where((_, i) => (bits >> i & 1) == 1).ToArray());
}
