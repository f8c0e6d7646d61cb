using System.Globalization;
using System.IO.Compression;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>A gzip-compressed CSV file that a case names: plain text with a header and a column <c>period</c>.</summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, string[]> columns;

    private GoldenTable(Dictionary<string, string[]> columns) => this.columns = columns;

    public int Count => columns.Values.First().Length;

    public static GoldenTable Read(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(GoldenScope.Folder.Resolve(name)), CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',');
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(line.Split(','));
        }

        return new(header.Select((column, index) => (column, index)).ToDictionary(pair => pair.column, pair => rows.Select(row => row[pair.index]).ToArray()));
    }

    /// <summary>The rows of a period.</summary>
    public GoldenTable Period(string period)
    {
        int[] rows = [.. Enumerable.Range(0, Count).Where(row => columns["period"][row] == period)];
        return new(columns.ToDictionary(pair => pair.Key, pair => rows.Select(row => pair.Value[row]).ToArray()));
    }

    public string[] Texts(string column) => columns[column];

    public double[] Numbers(string column) => Array.ConvertAll(columns[column], text => double.Parse(text, CultureInfo.InvariantCulture));

    public bool[] Flags(string column) => Array.ConvertAll(Numbers(column), value => value == 1);
}
