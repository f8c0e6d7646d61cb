using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Tests;

/// <summary>The shared data sets, which are not part of the repository.</summary>
internal static class SharedData
{
    private static readonly string[] ShopperCategories =
        ["Month", "VisitorType", "Weekend", "OperatingSystems", "Browser", "Region", "TrafficType", "Revenue"];

    /// <summary>
    /// The training or holdout half (<c>trn</c>, <c>val</c>) of <c>adult</c> or <c>online-shoppers</c>; skips the test where it is absent.
    /// </summary>
    public static Table Half(string name, string half)
    {
        var path = Path.Combine(Folder(), "fidelity-2023", $"{name}_{half}.csv.gz");
        if (!File.Exists(path))
        {
            Assert.Skip($"{path} is absent: set SYNTHMONITOR_DATA to the folder of the data sets");
        }

        var target = name == "adult" ? "income" : "Revenue";
        ColumnOverride[] overrides = [
            .. name == "adult" ? [] : ShopperCategories.Select(column => new ColumnOverride(column, ColumnKind.Categorical)),
            new ColumnOverride(target, Role: ColumnRole.Target),
        ];
        return TableFile.Read(path, new TableReadOptions { Overrides = SchemaOverrides.Of(overrides) });
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("SYNTHMONITOR_DATA") is { Length: > 0 } folder)
        {
            return folder;
        }

        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "SynthMonitor.sln")))
            {
                return Path.GetFullPath(Path.Combine(parent.FullName, "..", "shared", "data"));
            }
        }

        return "shared/data";
    }
}
