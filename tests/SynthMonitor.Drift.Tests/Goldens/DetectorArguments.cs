using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Options from a package's arguments; an argument that is not known here is outside the scope.</summary>
internal static class DetectorArguments
{
    public static AdwinOptions Adwin(GoldenCase one) => Fold(one, new AdwinOptions(), (options, name, value) => name switch
    {
        "delta" => options with { Delta = value },
        "clock" => options with { Clock = (int)value },
        "max_buckets" => options with { MaximumBuckets = (int)value },
        "min_window_length" => options with { MinimumWindow = (int)value },
        "grace_period" => options with { GracePeriod = (int)value },
        _ => null,
    });

    public static DdmOptions Ddm(GoldenCase one) => Fold(one, new DdmOptions(), (options, name, value) => name switch
    {
        "warm_start" => options with { WarmStart = (int)value },
        "warning_threshold" => options with { WarningThreshold = value },
        "drift_threshold" => options with { DriftThreshold = value },
        _ => null,
    });

    public static EddmOptions Eddm(GoldenCase one) => Fold(one, new EddmOptions(), (options, name, value) => name switch
    {
        "warm_start" => options with { WarmStart = (int)value },
        "alpha" => options with { WarningRatio = value },
        "beta" => options with { DriftRatio = value },
        _ => null,
    });

    public static HddmAOptions HddmA(GoldenCase one) => Fold(one, new HddmAOptions(), (options, name, value) => name switch
    {
        "drift_confidence" => options with { DriftConfidence = value },
        "warning_confidence" => options with { WarningConfidence = value },
        "two_sided_test" => options with { OnDecrease = value == 1 ? OnDecrease.Alarm : OnDecrease.Ignore },
        _ => null,
    });

    public static HddmWOptions HddmW(GoldenCase one) => Fold(one, new HddmWOptions(), (options, name, value) => name switch
    {
        "drift_confidence" => options with { DriftConfidence = value },
        "warning_confidence" => options with { WarningConfidence = value },
        "lambda_val" => options with { Decay = value },
        "two_sided_test" => options with { TwoSided = value == 1 },
        _ => null,
    });

    public static FhddmOptions Fhddm(GoldenCase one) => Fold(one, new FhddmOptions(), (options, name, value) => name switch
    {
        "sliding_window_size" => options with { Window = (int)value },
        "confidence_level" => options with { Confidence = value },
        "short_window_size" => options with { ShortWindow = (int)value },
        _ => null,
    });

    public static PageHinkleyOptions PageHinkley(GoldenCase one) => Fold(
        one,
        new PageHinkleyOptions(Direction: one.Text("mode", "both") switch { "up" => MeanChange.Up, "down" => MeanChange.Down, _ => MeanChange.Both }),
        (options, name, value) => name switch
        {
            "min_instances" => options with { MinimumInstances = (int)value },
            "delta" => options with { Delta = value },
            "threshold" => options with { Threshold = value },
            "alpha" => options with { Forgetting = value },
            "mode" => options,
            _ => null,
        });

    public static PageHinkleyOptions FrourosPageHinkley(GoldenCase one) =>
        Fold(one, new PageHinkleyOptions(Direction: MeanChange.Up, FromExtremum: false), (options, name, value) => name switch
        {
            "min_num_instances" => options with { MinimumInstances = (int)value },
            "delta" => options with { Delta = value },
            "lambda_" => options with { Threshold = value },
            "alpha" => options with { Forgetting = value },
            _ => null,
        });

    public static CusumOptions Cusum(GoldenCase one) => Fold(one, new CusumOptions(), (options, name, value) => name switch
    {
        "min_num_instances" => options with { MinimumInstances = (int)value },
        "delta" => options with { Delta = value },
        "lambda_" => options with { Threshold = value },
        _ => null,
    });

    public static GeometricMovingAverageOptions GeometricMovingAverage(GoldenCase one) =>
        Fold(one, new GeometricMovingAverageOptions(), (options, name, value) => name switch
        {
            "min_num_instances" => options with { MinimumInstances = (int)value },
            "alpha" => options with { Forgetting = value },
            "lambda_" => options with { Threshold = value },
            _ => null,
        });

    public static EcddOptions Ecdd(GoldenCase one) => Fold(one, new EcddOptions(), (options, name, value) => name switch
    {
        "min_num_instances" => options with { MinimumInstances = (int)value },
        "lambda_" => options with { Decay = value },
        "average_run_length" => options with { AverageRunLength = (int)value },
        "warning_level" => options with { WarningLevel = value },
        _ => null,
    });

    public static StepdOptions Stepd(GoldenCase one) => Fold(one, new StepdOptions(), (options, name, value) => name switch
    {
        "min_num_instances" => options with { Window = (int)value },
        "alpha_d" => options with { DriftLevel = value },
        "alpha_w" => options with { WarningLevel = value },
        _ => null,
    });

    private static T Fold<T>(GoldenCase one, T options, Func<T, string, double, T?> with)
        where T : DetectorOptions
    {
        foreach (var name in one.Case["args"]?.AsObject().Select(pair => pair.Key) ?? [])
        {
            options = with(options, name, ValueOf(one, name)) ?? throw one.OutOfScope(name);
        }

        return options;
    }

    /// <summary>A number; a truth value as 1 or 0, text as NaN.</summary>
    private static double ValueOf(GoldenCase one, string name) => one.Argument(name)!.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => 1,
        System.Text.Json.JsonValueKind.False => 0,
        System.Text.Json.JsonValueKind.Number => one.Number(name, 0),
        _ => double.NaN,
    };
}
