using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Privacy;

namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>Distances to real rows; the project's are of 32-bit floats.</summary>
internal static class PrivacyScope
{
    private const double Single = 1e-6;

    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["dcr-nndr-one-hot-l1"] = Distances,
    };

    private static GoldenAnswer Distances(GoldenCase one)
    {
        var (train, holdout, synthetic) = (Rows(one, "train"), Rows(one, "holdout"), Rows(one, "synthetic"));
        var points = RowPoints.Of(train, holdout, synthetic);
        var toTrain = NearestRows.Distances(points[2], points[0], 2);
        var closeness = HoldoutCloseness.Of(train, holdout, synthetic, 1, CancellationToken.None);
        return new()
        {
            ["dcr_train"] = Nearest(toTrain),
            ["dcr_holdout"] = Nearest(NearestRows.Distances(points[2], points[1])),
            ["nndr_train"] = Array.ConvertAll(toTrain, row => (object?)new Inexact(Estimate.Of((row[0] + 1e-8) / (row[1] + 1e-8)), Single)),
            ["share_closer_to_train"] = closeness.DcrShare.Value,
            ["ims_train"] = closeness.ImsTrain,
            ["ims_holdout"] = closeness.ImsHoldout,
        };
    }

    private static object?[] Nearest(float[][] distances) => Array.ConvertAll(distances, row => (object?)new Inexact(Estimate.Of(row[0]), Single));

    private static Table Rows(GoldenCase one, string name)
    {
        var rows = one.Input(name)!.AsArray();
        var numbers = Enumerable.Range(0, rows[0]!.AsArray().Count).Select(column => (Column)new NumberColumn(
            new ColumnSchema($"n{column}", ColumnKind.Numeric), [.. rows.Select(row => GoldenCase.NumberOf(row![column]))]));
        var names = NameColumn.From(new ColumnSchema("c", ColumnKind.Categorical), one.Input($"{name}_cat")!.AsArray().Select(text => text!.GetValue<string>()));
        return new Table([.. numbers, names]);
    }
}
