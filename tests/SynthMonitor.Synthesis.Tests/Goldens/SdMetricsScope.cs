using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.SdMetrics;

namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>The reports of SDMetrics.</summary>
internal static class SdMetricsScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["sdmetrics-quality"] = Tables,
        ["sdmetrics-single-columns"] = Columns,
    };

    /// <summary>Kinds as the case names them; the package's tables hold truth values, which files write in more than one way.</summary>
    public static SchemaOverrides Kinds(GoldenCase one) => SchemaOverrides.Of([.. one.Input("column_types")!.AsObject().Select(column =>
        new ColumnOverride(column.Key, column.Value!["sdtype"]!.GetValue<string>() switch
        {
            "numerical" => ColumnKind.Numeric,
            _ => column.Key is "Weekend" or "Revenue" ? ColumnKind.Boolean : ColumnKind.Categorical,
        }))]);

    private static GoldenAnswer Tables(GoldenCase one)
    {
        var known = Kinds(one);
        var report = QualityReport.Of(new TablePair(
            GoldenTables.Read(one.Input("real")!, known: known), GoldenTables.Read(one.Expected["synthetic"]!, known: known)));
        return new()
        {
            ["overall"] = report.Overall,
            ["column_shapes"] = report.Shapes,
            ["column_pair_trends"] = report.Trends,
            ["no_thresholds"] = new Dictionary<string, object?>
            {
                ["overall"] = (report.Shapes.Value + report.TrendsOfAllPairs.Value) / 2,
                ["column_pair_trends"] = report.TrendsOfAllPairs,
            },
            ["shapes"] = report.Columns.ToDictionary(column => column.Name, column => (object?)new object?[] { Shape(column), column.Score }),
            ["pairs"] = report.Pairs.Select(pair => new object?[]
            {
                pair.First, pair.Second, pair.IsNumbers ? "corr" : "cont", pair.Score,
                pair.IsNumbers ? pair.Real : null, pair.IsNumbers ? pair.Synthetic : null, pair.IsNumbers ? null : pair.Real, pair.IsStrong,
            }).ToArray(),
            ["diagnostic"] = new Dictionary<string, object?>
            {
                ["score"] = report.Diagnostic,
                ["data_validity"] = 2 * report.Diagnostic.Value - 1,
                ["data_structure"] = 1,
                ["validity"] = report.Columns.ToDictionary(column => column.Name, column => (object?)new object?[] { Adherence(column), column.Adherence }),
            },
        };
    }

    private static GoldenAnswer Columns(GoldenCase one)
    {
        var numbers = Column(one, "numeric", ColumnKind.Numeric);
        var names = Column(one, "category", ColumnKind.Categorical);
        var pair = new[] { numbers, Column(one, "numeric_2", ColumnKind.Numeric) };
        var trend = PairTrend.Of(new(pair[0]), new(pair[1]));
        return new()
        {
            ["ks_complement"] = ColumnShape.Of(numbers).Score,
            ["boundary_adherence"] = ColumnShape.Of(numbers).Adherence,
            ["tv_complement"] = ColumnShape.Of(names).Score,
            ["category_adherence"] = ColumnShape.Of(names).Adherence,
            ["pearson"] = new Dictionary<string, object?> { ["score"] = trend.Score, ["real"] = trend.Real, ["synthetic"] = trend.Synthetic },
            ["contingency"] = PairTrend.Of(new(names), new(Column(one, "category_2", ColumnKind.Categorical))).Score,
        };
    }

    private static ColumnPair Column(GoldenCase one, string name, ColumnKind kind) => new(Column(one, $"real_{name}", name, kind), Column(one, $"synthetic_{name}", name, kind));

    private static Column Column(GoldenCase one, string input, string name, ColumnKind kind) => kind == ColumnKind.Numeric
        ? new NumberColumn(new ColumnSchema(name, kind), Array.ConvertAll(one.Numbers(input), value => double.IsNaN(value) ? Number.Missing : value))
        : NameColumn.From(new ColumnSchema(name, kind), one.Input(input)!.AsArray().Select(text => text?.GetValue<string>()));

    private static string Shape(ColumnShape column) => column.IsNumber ? "KSComplement" : "TVComplement";

    private static string Adherence(ColumnShape column) => column.IsNumber ? "BoundaryAdherence" : "CategoryAdherence";
}
