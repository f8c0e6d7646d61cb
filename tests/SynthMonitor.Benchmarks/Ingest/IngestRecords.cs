using System.Globalization;
using System.Text;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>JSON records with a key, a time and twenty numeric features, about 480 bytes each, and reference rows of the same kind.</summary>
internal static class IngestRecords
{
    public const int Features = 20;
    private const long Start = 1_704_067_200_000;

    public static string Name(int feature) => $"feature{feature:00}";

    /// <summary>One record; a thousand of them make a second of event time.</summary>
    public static byte[] Json(int row)
    {
        var random = new KeyedRandom(1, (ulong)row);
        var text = new StringBuilder(512);
        text.Append(CultureInfo.InvariantCulture, $$"""{"id":"k{{row:00000000}}","ts":{{Start + row}}""");
        for (var feature = 0; feature < Features; feature++)
        {
            text.Append(CultureInfo.InvariantCulture, $$""","{{Name(feature)}}":{{random.NextNormal():0.000000}}""");
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    public static Table Reference(int rows)
    {
        var columns = Enumerable.Range(0, Features).Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var random = new KeyedRandom(2, (ulong)row);
            foreach (var column in columns)
            {
                column[row] = random.NextNormal();
            }
        }

        return new Table([.. columns.Select((values, feature) => new NumberColumn(new ColumnSchema(Name(feature), ColumnKind.Numeric), values))]);
    }
}
