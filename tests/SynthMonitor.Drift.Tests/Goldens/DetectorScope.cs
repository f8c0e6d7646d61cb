using System.Text.Json;
using System.Text.Json.Nodes;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Statistics.Samples;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Sequential detectors: every alarm and warning, and the state every 50 values.</summary>
internal static class DetectorScope
{
    private const string River = "river.drift.";
    private const string Frouros = "frouros.detectors.concept_drift.";
    private const string Moa = "moa.classifiers.core.driftdetection.";
    private const int TraceStep = 50;

    /// <summary>MOA counts from the value to come, so that its 30 is our 29.</summary>
    private const int MoaMinimum = 29;

    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new(StringComparer.Ordinal)
    {
        [River + "ADWIN"] = one => Trace(one, new Adwin(DetectorArguments.Adwin(one)), detector => [.. Row(detector), detector.IsDrift ? 1 : 0]),
        [River + "binary.DDM"] = one => Trace(one, new Ddm(DetectorArguments.Ddm(one)), detector =>
            [detector.Count, detector.ErrorRate, OrNull(detector.LeastRate), OrNull(detector.LeastDeviation)]),
        [River + "binary.EDDM"] = one => Trace(one, new Eddm(DetectorArguments.Eddm(one)), Row),
        [River + "binary.HDDMA"] = one => Trace(one, new HddmA(DetectorArguments.HddmA(one)), Row),
        [River + "binary.HDDMW"] = one => Trace(one, new HddmW(DetectorArguments.HddmW(one)), Row),
        [River + "binary.FHDDM"] = one => Trace(one, new Fhddm(DetectorArguments.Fhddm(one)), detector =>
            [detector.Right, detector.GreatestShare], oneIsRight: true),
        [River + "PageHinkley"] = one => Trace(one, new PageHinkley(DetectorArguments.PageHinkley(one)), detector =>
            [detector.All.Count, detector.All.Mean, detector.Rise.Sum, OrNull(detector.Rise.Least), detector.Fall.Sum, detector.Fall.Greatest]),
        ["statistic inside river.drift.KSWIN (window 100, stat 30): ks_2samp(older[draw], newest 30)"] = KswinStatistic,
        [Frouros + "CUSUM"] = one => Trace(one, new Cusum(DetectorArguments.Cusum(one)), detector =>
            [detector.All.Count, detector.All.Mean, detector.Sum]),
        [Frouros + "GeometricMovingAverage"] = one => Trace(one, new GeometricMovingAverage(DetectorArguments.GeometricMovingAverage(one)), detector =>
            [detector.All.Count, detector.All.Mean, detector.Average]),
        [Frouros + "PageHinkley"] = one => Trace(one, new PageHinkley(DetectorArguments.FrourosPageHinkley(one)), detector =>
            [detector.All.Count, detector.All.Mean, detector.Rise.Sum, null]),
        [Frouros + "ECDDWT"] = one => Trace(one, new Ecdd(DetectorArguments.Ecdd(one)), detector =>
            [detector.Count, detector.ErrorRate, detector.Average]),
        [Frouros + "STEPD"] = one => Trace(one, new Stepd(DetectorArguments.Stepd(one)), detector =>
            [detector.Count, detector.Right, detector.RightInWindow], oneIsRight: true),
        [Moa + "ADWIN"] = one => Trace(one, new Adwin(new AdwinOptions(KeepsNewer: true)), detector =>
            [detector.Width, detector.Mean.Value, detector.Deviation / detector.Width, detector.Total]),
        [Moa + "DDM"] = one => Trace(one, new Ddm(new DdmOptions(WarmStart: 28))),
        [Moa + "EDDM"] = one => Trace(one, new Eddm(new EddmOptions(Convention: EddmConvention.Moa))),
        [Moa + "HDDM_A_Test"] = one => Trace(one, new HddmA(new HddmAOptions(OnDecrease: OnDecrease.Forget))),
        [Moa + "HDDM_W_Test"] = one => Trace(one, new HddmW(new HddmWOptions(BoundsFirstValue: false))),
        [Moa + "PageHinkleyDM"] = one => Trace(one, new PageHinkley(new PageHinkleyOptions(MoaMinimum, Direction: MeanChange.Up, FromExtremum: false))),
        [Moa + "CusumDM"] = one => Trace(one, new Cusum(new CusumOptions(MoaMinimum))),
        [Moa + "EWMAChartDM"] = one => Trace(one, new Ecdd(new EcddOptions(MinimumForWarning: MoaMinimum))),
        [Moa + "GeometricMovingAverageDM"] = one => Trace(one, new GeometricMovingAverage(new GeometricMovingAverageOptions(MoaMinimum))),
        [Moa + "STEPD"] = one => Trace(one, new Stepd(new StepdOptions(TwoSided: true))),
        [Moa + "RDDM"] = one => Trace(one, new Rddm()),
    };

    private static object?[] Row(Adwin detector) => [detector.Width, detector.Mean.Value ?? 0, detector.Deviation, detector.Total];

    private static object?[] Row(Eddm detector) =>
        [detector.Count, detector.Errors, detector.MeanDistance, detector.DistanceDeviation, detector.GreatestLevel > 0 ? detector.GreatestLevel : -1];

    private static object?[] Row(HddmA detector) =>
    [
        detector.All.Count, detector.All.Mean, detector.Least.Count, detector.Least.Mean, detector.Greatest.Count, detector.Greatest.Mean,
    ];

    private static object?[] Row(HddmW detector) =>
    [
        detector.All.Mean, detector.All.Bound,
        detector.Rise.Before.Mean, detector.Rise.Before.Bound, detector.Rise.Since.Mean, detector.Rise.Since.Bound, OrNull(detector.Rise.Level),
        detector.Fall.Before.Mean, detector.Fall.Since.Mean, OrNull(detector.Fall.Level),
    ];

    private static double? OrNull(double value) => double.IsFinite(value) ? value : null;

    /// <summary>Feeds the case's stream.</summary>
    /// <param name="one">The case.</param>
    /// <param name="detector">A new detector.</param>
    /// <param name="state">Its state, as a row of the case's trace; null where the case has none.</param>
    /// <param name="oneIsRight">Whether the package takes 1 for a right answer.</param>
    private static GoldenAnswer Trace<T>(GoldenCase one, T detector, Func<T, object?[]>? state = null, bool oneIsRight = false)
        where T : IStreamDetector
    {
        var isComplement = one.Case["inputs"]?["fed_as"]?.GetValue<string>() == "1-bit";
        var (drift, warning, trace) = (new List<int>(), new List<int>(), new List<object?[]>());
        var stream = Stream(one);
        for (var step = 0; step < stream.Length; step++)
        {
            if (!double.IsNaN(stream[step]))
            {
                detector.Update(isComplement == oneIsRight ? stream[step] : 1 - stream[step]);
                Note(detector.IsDrift, step, drift);
                Note(detector.IsWarning, step, warning);
            }

            if (state is not null && (step + 1) % TraceStep == 0)
            {
                trace.Add(state(detector));
            }
        }

        var answer = new GoldenAnswer { ["drift"] = drift, ["warning"] = warning };
        if (state is not null)
        {
            answer["trace"] = trace;
        }

        return answer;
    }

    private static GoldenAnswer KswinStatistic(GoldenCase one)
    {
        var (start, draw) = (one.Case["inputs"]!["window_start"]!.GetValue<int>(), one.Counts("draw"));
        var (stream, window) = (Stream(one), 100);
        double[] drawn = [.. draw.Select(position => stream[start + position])];
        double[] newest = [.. stream.Skip(start + window - drawn.Length).Take(drawn.Length)];
        var test = KolmogorovSmirnovTest.Test(drawn, newest);
        var detector = new Kswin(new KswinOptions(0.005, 2 * drawn.Length, drawn.Length));
        foreach (var value in drawn.Concat(newest))
        {
            detector.Update(value);
        }

        return new() { ["statistic"] = test.Statistic, ["p"] = test.PValue, ["flag_alpha_.005_and_D_gt_.1"] = detector.IsDrift };
    }

    private static void Note(bool flag, int step, List<int> steps)
    {
        if (flag)
        {
            steps.Add(step);
        }
    }

    private static double[] Stream(GoldenCase one)
    {
        var streams = JsonNode.Parse(File.ReadAllText(GoldenScope.Folder.Resolve("drift_streams.json")))!["streams"]!;
        var stream = streams[one.Case["inputs"]!["stream"]!.GetValue<string>()]!;
        return stream.GetValueKind() == JsonValueKind.String
            ? [.. stream.GetValue<string>().Select(bit => bit - '0')]
            : [.. stream.AsArray().Select(GoldenCase.NumberOf)];
    }
}
