using SynthMonitor.Drift.Risk;
using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Confidence sequences, betting and conformal martingales. Rows are every tenth value, the first the tenth.</summary>
internal static class AnytimeScope
{
    private const int Every = 10;

    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new(StringComparer.Ordinal)
    {
        ["confseq.predmix.predmix_empbern_twosided_cs"] = one =>
            Interval(one, new EmpiricalBernsteinSequence(one.Number("alpha", 0.05), one.Number("truncation", 0.5))),
        ["confseq.predmix.predmix_hoeffding_cs"] = one =>
            Interval(one, new HoeffdingSequence(one.Number("alpha", 0.05), one.Number("truncation", 1))),
        ["confseq.betting.betting_cs (default lambda_predmix_eb bets, theta 1/2, trunc 1/2, grid 1000)"] = one =>
            Interval(one, new BettingSequence(one.Number("alpha", 0.05), steps: (int)one.Number("breaks", 1000))),
        ["own: lambda_t=sqrt(2 ln(2/alpha)/(v_{t-1} t ln(t+1))), v_{t-1}=(1/4+sum_{i<t}(x_i-mu_i)^2)/t, mu_i=(1/2+sum_{j<=i}x_j)/(i+1), bets truncated at c/m and c/(1-m), log capital = max(ln.5+sum ln(1+lam+(x-m)), ln.5+sum ln(1-lam-(x-m)))"] =
            HedgedCapital,
        ["own: e_t=1+lambda(x_t-m), SR R=(R+1)e reset to 0 at R>=A, CUSUM C=max(C,1)e never reset"] = EDetectors,
        ["own: epsilon in {-1,0,1}, capital C_e<-(1-J)C_e+(J/3)C_total, then C_e*=1+e(p-1/2); CUSUM=max(.,1)*ratio, SR=(.+1)*ratio of consecutive totals"] =
            SimpleJumper,
        ["own: score = value itself (large = strange); smoothed p=(#{>}+u #{=})/t over the first t; inductive p=(1+#{ref>=v})/(n_ref+1)"] =
            PValues,
    };

    private static GoldenAnswer Interval(GoldenCase one, ConfidenceSequence sequence)
    {
        var (lower, upper) = (new List<double>(), new List<double>());
        Follow(one.Numbers("x"), sequence, () =>
        {
            lower.Add(sequence.Interval.Lower);
            upper.Add(sequence.Interval.Upper);
        });
        return new() { ["lower"] = lower, ["upper"] = upper };
    }

    private static GoldenAnswer HedgedCapital(GoldenCase one)
    {
        var answer = new GoldenAnswer();
        foreach (var mean in one.Expected.Select(pair => pair.Key))
        {
            var monitor = new RiskMonitor(
                double.Parse(mean, System.Globalization.CultureInfo.InvariantCulture), one.Number("alpha", 0.05), one.Number("c", 0.5));
            var capital = new List<double>();
            Follow(one.Numbers("x"), monitor, () => capital.Add(monitor.LogCapital));
            answer[mean] = capital;
        }

        return answer;
    }

    private static GoldenAnswer EDetectors(GoldenCase one)
    {
        var options = new EDetectorOptions(one.Number("m", 0), one.Number("lambda", 0), one.Number("A", 0));
        var (sr, alarms, cusum) = (new List<double>(), new List<int>(), new List<double>());
        var (detector, never) = (new EDetector(options), new EDetector(options with { Kind = EDetectorKind.Cusum, RunLength = double.PositiveInfinity }));
        var x = one.Numbers("x");
        Follow(x, never, () => cusum.Add(never.Evidence));
        Follow(x, detector, () => sr.Add(detector.Evidence), step =>
        {
            if (detector.IsDrift)
            {
                alarms.Add(step);
            }
        });
        return new() { ["sr"] = sr, ["cusum_no_reset"] = cusum, ["sr_alarms_reset_at_A"] = alarms };
    }

    private static GoldenAnswer SimpleJumper(GoldenCase one)
    {
        var martingale = new ConformalMartingale(one.Number("J", 0.01));
        var (wealth, cusum, sr) = (new List<double>(), new List<double>(), new List<double>());
        Follow(one.Numbers("p"), martingale, () =>
        {
            wealth.Add(martingale.LogWealth);
            cusum.Add(Math.Exp(martingale.LogCusum));
            sr.Add(Math.Exp(martingale.LogShiryaevRoberts));
        });
        return new() { ["log_martingale"] = wealth, ["conformal_cusum"] = cusum, ["conformal_sr"] = sr, ["final_log"] = martingale.LogWealth };
    }

    private static GoldenAnswer PValues(GoldenCase one)
    {
        var (scores, uniforms) = (one.Numbers("z"), one.Numbers("u"));
        var ones = Enumerable.Repeat(1.0, scores.Length).ToArray();
        var answer = new GoldenAnswer
        {
            ["online_smoothed"] = ConformalPValues.Online(scores, uniforms),
            ["online_conservative"] = ConformalPValues.Online(scores, ones),
        };
        foreach (var key in one.Expected.Select(pair => pair.Key).Where(key => key.StartsWith("inductive_reference_", StringComparison.Ordinal)))
        {
            var size = int.Parse(key.Split('_')[^1], System.Globalization.CultureInfo.InvariantCulture);
            answer[key] = ConformalPValues.Inductive(scores.AsSpan(0, size), scores.AsSpan(size));
        }

        return answer;
    }

    private static void Follow(double[] values, StreamStatistic statistic, Action row, Action<int>? each = null)
    {
        for (var step = 0; step < values.Length; step++)
        {
            statistic.Update(values[step]);
            each?.Invoke(step);
            if ((step + 1) % Every == 0)
            {
                row();
            }
        }
    }
}
