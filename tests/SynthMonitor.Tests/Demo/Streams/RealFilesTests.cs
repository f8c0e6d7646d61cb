using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams;

/// <summary>Files as users bring them.</summary>
[Trait("Category", "Golden")]
public sealed class RealFilesTests
{
    private static readonly string[] KnownAfterLanding =
        ["ArrTime", "ActualElapsedTime", "AirTime", "DepDelay", "TaxiIn", "TaxiOut", "Cancelled", "CancellationCode", "Diverted"];

    [Fact]
    public void Adult_is_taken_as_it_is()
    {
        var source = Open("fidelity-2023/adult_trn.csv.gz", "income", []);

        Assert.Equal((">50K", "<=50K"), (source.Positive, source.Negative));
        Assert.Equal((24_421L, 0), (source.Rows, source.SkippedRows));
        Assert.Equal(14, Features(source));
    }

    [Fact]
    public void Electricity_is_taken_as_it_is()
    {
        var source = Open("streams/elec.csv.gz", "class", []);

        Assert.Equal(("1", "0"), (source.Positive, source.Negative));
        Assert.Equal((45_312L, 0), (source.Rows, source.SkippedRows));
        Assert.Equal(6, Features(source));
    }

    [Fact]
    public void Flights_are_late_by_a_comparison_and_without_what_is_known_after_landing()
    {
        var source = Open("tabular/hflights.csv.gz", "ArrDelay>15", KnownAfterLanding);
        var rows = source.Read(300_000);

        Assert.Equal(("yes", "no"), (source.Positive, source.Negative));
        Assert.Equal(227_496, rows.Rows + source.SkippedRows);
        Assert.InRange(source.SkippedRows, 1, 5_000);
        Assert.InRange(Labels.Of(rows, source.Target, source.Positive).Average(label => label ? 1.0 : 0), 0.15, 0.25);
        Assert.Equal("FlightDate", source.Schema.WithRole(ColumnRole.Time)?.Name);
        Assert.Null(rows.Find("ArrDelay"));
    }

    [Theory]
    [InlineData("fidelity-2023/adult_trn.csv.gz", "income", "concept", "labels by another rule where relationship in Husband")]
    [InlineData("fidelity-2023/adult_trn.csv.gz", "income", "new-slice", "rows never seen before, with their own rule, where education in Bachelors")]
    [InlineData("fidelity-2023/adult_trn.csv.gz", "income", "covariate", "rows towards the upper end of education-num")]
    [InlineData("fidelity-2023/adult_trn.csv.gz", "income", "label-shift", "more rows of income = >50K")]
    [InlineData("streams/elec.csv.gz", "class", "concept", "labels by another rule where nswprice ≥ 0.07")]
    public void Every_drift_can_be_put_into_a_file(string file, string target, string kind, string description)
    {
        var (drifted, text) = DriftedSource.Create(Open(file, target, []), DriftInjection.Parse($"{kind}@4000"), 8000, 1);

        Assert.StartsWith(description, text, StringComparison.Ordinal);
        Assert.InRange(drifted.Rows!.Value, 16_000, 45_312);
    }

    private static TableSource Open(string file, string target, string[] ignored)
    {
        var folder = Environment.GetEnvironmentVariable("SYNTHMONITOR_DATA") ?? Beside();
        Assert.SkipUnless(Directory.Exists(folder), $"SYNTHMONITOR_DATA is not set and there is no folder {folder}");
        return TableSource.Open(TableFile.Read(Path.Combine(folder, file)), target, ignored, file);
    }

    private static string Beside()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SynthMonitor.sln")))
        {
            root = root.Parent;
        }

        return Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "data"));
    }

    private static int Features(TableSource source) => source.Schema.Columns.Count(column => column.IsCoded && column.Role == ColumnRole.Feature);
}
