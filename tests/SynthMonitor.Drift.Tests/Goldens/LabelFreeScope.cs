using System.Text.Json.Nodes;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Performance without labels, chunk by chunk: the reference's chunks, then those of the analysis.</summary>
internal static class LabelFreeScope
{
    /// <summary>What the tolerance's note allows where scores are calibrated: ties may be cut otherwise.</summary>
    private const double CalibratedTolerance = 5e-4;

    /// <summary>By how much the order of tied scores moves the sampling error of the area.</summary>
    private const double TiedRanks = 1e-6;

    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new(StringComparer.Ordinal)
    {
        ["nannyml.CBPE.fit+estimate, nannyml.PerformanceCalculator"] = Binary,
        ["nannyml.CBPE"] = Multiclass,
        ["nannyml.DLE (LightGBM defaults, not tuned)"] = Regression,
    };

    private static GoldenAnswer Binary(GoldenCase one)
    {
        var table = GoldenTable.Read(one.Input("file")!.GetValue<string>());
        var (reference, analysis) = (BinaryRowsOf(table.Period("reference")), BinaryRowsOf(table.Period("analysis")));
        var options = new CbpeOptions((int)one.Number("chunk_size", 0), Normalization(one), Values(one));
        var estimator = Cbpe.Fit(reference, options);
        AllowNote(one, estimator.Calibration is not null);
        BinaryRows[] chunks = [.. reference.Chunks(options.ChunkSize), .. analysis.Chunks(options.ChunkSize)];
        var calibration = new GoldenAnswer { ["needed"] = estimator.Calibration is not null };
        if (estimator.Calibration is { } isotonic)
        {
            calibration["calibrated"] = one.Expected["calibration"]!["grid"]!.AsArray().Select(score => isotonic.Calibrate(score!.GetValue<double>())).ToArray();
        }

        return new()
        {
            ["calibration"] = calibration,
            ["cbpe"] = Columns([.. chunks.Select(estimator.Estimate)], [.. chunks.Select(estimator.Realise)]),
            ["realized"] = Columns([.. chunks.Select(estimator.Realise)], null),
        };
    }

    private static GoldenAnswer Multiclass(GoldenCase one)
    {
        var table = GoldenTable.Read(one.Input("file")!.GetValue<string>());
        var columns = one.Argument("y_pred_proba")!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());
        string[] classes = [.. columns.Keys.Order(StringComparer.Ordinal)];
        MulticlassRows RowsOf(GoldenTable part) => new(
            [.. classes.Select(name => (ReadOnlyMemory<double>)part.Numbers(columns[name]))],
            Array.ConvertAll(part.Texts(one.Text("y_pred", "y_pred")), name => Array.IndexOf(classes, name)),
            Array.ConvertAll(part.Texts(one.Text("y_true", "y_true")), name => Array.IndexOf(classes, name)));
        var options = new CbpeOptions((int)one.Number("chunk_size", 0));
        var (reference, analysis) = (RowsOf(table.Period("reference")), RowsOf(table.Period("analysis")));
        var estimator = MulticlassCbpe.Fit(reference, options);
        AllowNote(one, estimator.IsCalibrated);
        MulticlassRows[] chunks = [.. reference.Chunks(options.ChunkSize), .. analysis.Chunks(options.ChunkSize)];

        // The package's flag for calibration is that of binary models; here its values are those of calibrated classes.
        return new()
        {
            ["cbpe"] = Columns([.. chunks.Select(estimator.Estimate)], [.. chunks.Select(estimator.Realise)]),
            ["realized"] = Columns([.. chunks.Select(estimator.Realise)], null),
        };
    }

    private static GoldenAnswer Regression(GoldenCase one)
    {
        var table = GoldenTable.Read(one.Input("file")!.GetValue<string>());
        double[][] RowsOf(GoldenTable part)
        {
            double[][] columns = [.. one.Argument("features")!.AsArray().Select(name => part.Numbers(name!.GetValue<string>()))];
            return [.. Enumerable.Range(0, part.Count).Select(row => columns.Select(column => column[row]).ToArray())];
        }

        RegressionRows Of(GoldenTable part) => new(RowsOf(part), part.Numbers("y_pred"), part.Numbers("y_true"));
        var (size, reference) = ((int)one.Number("chunk_size", 0), Of(table.Period("reference")));
        var estimator = DirectLossEstimation.Fit(reference, BoostedRegressor.Train, size);
        RegressionRows[] chunks = [.. reference.Chunks(size), .. Of(table.Period("analysis")).Chunks(size)];
        return new()
        {
            ["dle"] = Columns([.. chunks.Select(estimator.Estimate)], [.. chunks.Select(estimator.Realise)]),
            ["realized"] = Columns([.. chunks.Select(estimator.Realise)], null),
        };
    }

    private static GoldenAnswer Columns<T>(
        IReadOnlyDictionary<T, PerformanceEstimate>[] chunks, IReadOnlyDictionary<T, PerformanceEstimate>[]? realised)
        where T : struct, Enum
    {
        var answer = new GoldenAnswer();
        foreach (var metric in chunks[0].Keys)
        {
            var name = string.Concat($"{metric}".Select(letter => char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"))[1..];
            PerformanceEstimate[] values = [.. chunks.Select(chunk => chunk[metric])];
            answer[$"{name}_value"] = values.Select(value => value.Value);
            answer[$"{name}_upper_threshold"] = values.Select(value => value.Thresholds.Upper);
            answer[$"{name}_lower_threshold"] = values.Select(value => value.Thresholds.Lower);
            answer[$"{name}_alert"] = values.Select(value => value.IsAlert);
            if (realised is not null)
            {
                answer[$"{name}_realized"] = realised.Select(chunk => chunk[metric].Value);
            }

            // The package draws average precision's error at random, and ranks tied scores for the area's as its sort leaves them.
            if (name != "average_precision")
            {
                var allowance = name == "roc_auc" ? TiedRanks : 0;
                answer[$"{name}_sampling_error"] = values.Select(value => new Inexact(value.SamplingError, allowance));
                answer[$"{name}_upper_confidence_boundary"] = values.Select(value => value.Upper);
                answer[$"{name}_lower_confidence_boundary"] = values.Select(value => value.Lower);
            }
        }

        return answer;
    }

    private static BinaryRows BinaryRowsOf(GoldenTable table) => new(table.Numbers("y_pred_proba"), table.Flags("y_pred"), table.Flags("y_true"));

    private static ConfusionNormalization Normalization(GoldenCase one) => one.Text("normalize_confusion_matrix", "none") switch
    {
        "all" => ConfusionNormalization.All,
        "true" => ConfusionNormalization.True,
        "pred" => ConfusionNormalization.Predicted,
        _ => ConfusionNormalization.None,
    };

    private static BusinessValues? Values(GoldenCase one)
    {
        if (one.Argument("business_value_matrix") is not JsonArray matrix)
        {
            return null;
        }

        double Cell(int label, int prediction) => GoldenCase.NumberOf(matrix[label]![prediction]);
        return new(Cell(0, 0), Cell(0, 1), Cell(1, 0), Cell(1, 1), one.Text("normalize_business_value", "") == "per_prediction");
    }

    private static void AllowNote(GoldenCase one, bool isCalibrated)
    {
        if (isCalibrated)
        {
            one.Case["tolerance"] = new JsonObject { ["rel"] = 1e-6, ["abs"] = CalibratedTolerance };
        }
    }
}
