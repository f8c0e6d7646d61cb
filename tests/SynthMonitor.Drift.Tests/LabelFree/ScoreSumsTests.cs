using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.LabelFree;

public class ScoreSumsTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void Equals_the_exact_estimate_within_a_ten_thousandth()
    {
        var options = new CbpeOptions(1000, ConfusionNormalization.All);
        var estimators = new[]
        {
            Cbpe.Fit(ScoredPopulation.Rows(1, 5000), options),
            Cbpe.Fit(ScoredPopulation.Rows(2, 5000, probability: score => score * score), options),
        };
        Gen.Select(Gen.ULong, Gen.Int[500, 20_000], Gen.Double[0.3, 6], Gen.Double[0.05, 0.95], Gen.Int[0, 1]).Sample(
            (seed, count, power, threshold, which) =>
            {
                var (rows, sums, estimator) = (ScoredPopulation.Rows(seed, count, power, threshold: threshold), new ScoreSums(), estimators[which]);
                for (var row = 0; row < rows.Count; row++)
                {
                    sums.Add(rows.Scores[row], estimator.Probability(rows.Scores[row]), rows.Predictions[row]);
                }

                var (exact, merged) = (estimator.Estimate(rows), estimator.Estimate(sums));
                Assert.All(exact.Where(pair => pair.Value.Value.IsDefined), pair =>
                    Assert.Equal(pair.Value.Value.Value!.Value, merged[pair.Key].Value.Value!.Value, Tolerance));
            },
            iter: 100);
    }

    [Fact]
    public void What_is_written_and_read_back_is_equal()
    {
        var (sums, writer) = (new ScoreSums(), new PayloadWriter());
        sums.Add(0.25, 0.3, true);
        sums.Add(1, 1, false);
        sums.Add(0, 0, false);
        sums.Write(writer);
        var reader = new PayloadReader(writer.ToArray());
        Assert.Equal(sums, ScoreSums.Read(reader));
        reader.End();
        Assert.Equal(0.21, sums.Variance, 1e-9);
        Assert.Throws<InputException>(() => ScoreSums.Read(new PayloadReader(writer.ToArray().AsMemory(0, 5))));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ScoreSums().Add(double.NaN, 0.5, true));
        Assert.Throws<ArgumentException>(() => new ScoreSums().Add(0.5, 1.5, true));
    }
}
