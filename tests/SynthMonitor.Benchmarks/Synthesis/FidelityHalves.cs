using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Synthesis;

/// <summary>The training halves that published generators were given, with the kinds that their files do not tell.</summary>
internal static class FidelityHalves
{
    private static readonly string[] ShopperCategories =
        ["Month", "VisitorType", "Weekend", "OperatingSystems", "Browser", "Region", "TrafficType", "Revenue"];

    /// <summary>The names of the data sets.</summary>
    public static readonly string[] Names = ["adult", "online-shoppers"];

    /// <summary>The training half of a data set.</summary>
    public static Table Train(string folder, string name)
    {
        ColumnOverride[] overrides = [
            .. name == "adult" ? [] : ShopperCategories.Select(column => new ColumnOverride(column, ColumnKind.Categorical)),
            new ColumnOverride(name == "adult" ? "income" : "Revenue", Role: ColumnRole.Target),
        ];
        var path = Path.Combine(folder, "fidelity-2023", $"{name}_trn.csv.gz");
        return TableFile.Read(path, new TableReadOptions { Overrides = SchemaOverrides.Of(overrides) });
    }
}
