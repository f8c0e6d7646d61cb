using CsCheck;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests.Profiles;

public class OutcomeMetricsTests
{
    private static readonly Gen<(bool Label, int Bin)[]> Outcomes = Gen.Select(Gen.Bool, Gen.Int[0, 9]).Array[2, 40];

    [Fact]
    public void Equal_what_the_rows_themselves_give() =>
        Outcomes.Where(rows => rows.Any(row => row.Label) && rows.Any(row => !row.Label)).Sample(rows =>
        {
            var counts = new OutcomeCounts(10);
            foreach (var (label, bin) in rows)
            {
                counts.Add(label, bin, 1);
            }

            var positives = rows.Where(row => row.Label).ToArray();
            var negatives = rows.Where(row => !row.Label).ToArray();
            var auc = positives.Average(p => negatives.Average(n => p.Bin > n.Bin ? 1.0 : p.Bin == n.Bin ? 0.5 : 0));
            var errors = rows.Average(row => row.Label == row.Bin >= 5 ? 0.0 : 1);
            double Score(int bin) => (bin + 0.5) / 10;
            Assert.Equal(auc, counts.Auc().Value!.Value, 12);
            Assert.Equal(errors, counts.ErrorRate(0.5).Value!.Value, 12);
            Assert.Equal(1 - errors, counts.Accuracy(0.5).Value!.Value, 12);
            Assert.Equal(rows.Average(row => -Math.Log(row.Label ? Score(row.Bin) : 1 - Score(row.Bin))), counts.LogLoss().Value!.Value, 12);
            Assert.Equal(rows.Average(row => Math.Pow(Score(row.Bin) - (row.Label ? 1 : 0), 2)), counts.Brier().Value!.Value, 12);
        });

    [Fact]
    public void Without_outcomes_all_are_undefined_with_a_reason()
    {
        var nothing = new OutcomeCounts();
        Assert.All(
            new[] { nothing.Auc(), nothing.ErrorRate(0.5), nothing.Accuracy(0.5), nothing.LogLoss(), nothing.Brier(), nothing.PositiveRate() },
            estimate => Assert.Equal("no outcomes", estimate.Reason));
    }

    [Fact]
    public void With_one_class_there_is_no_AUC()
    {
        var counts = new OutcomeCounts();
        counts.Add(true, 0.7);
        Assert.Equal("all labels are alike", counts.Auc().Reason);
    }
}
