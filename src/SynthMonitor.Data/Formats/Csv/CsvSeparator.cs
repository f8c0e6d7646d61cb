namespace SynthMonitor.Data.Formats.Csv;

/// <summary>Finds out what separates the cells of a CSV file.</summary>
internal static class CsvSeparator
{
    private const string Candidates = ",;\t|";
    private const int SampleBytes = 1 << 16;
    private const int SampleRows = 100;

    /// <summary>
    /// The candidate under which the most of the first rows have as many cells as the header, at least two; among equals the one with the
    /// most cells, then the first of comma, semicolon, tab, bar. A comma where no candidate gives a second cell.
    /// </summary>
    public static char Detect(string path)
    {
        var sample = new byte[SampleBytes];
        int length;
        using (var stream = TextFile.Open(path))
        {
            length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        }

        return Candidates.Select(candidate => (Separator: candidate, Fit: Fit(sample.AsSpan(0, length).ToArray(), candidate)))
            .Where(candidate => candidate.Fit.Cells > 1)
            .OrderByDescending(candidate => candidate.Fit.Share)
            .ThenByDescending(candidate => candidate.Fit.Cells)
            .Select(candidate => candidate.Separator)
            .FirstOrDefault(',');
    }

    /// <summary>How many cells the header has, and the share of rows that have as many.</summary>
    private static (int Cells, double Share) Fit(byte[] sample, char separator)
    {
        using var reader = new CsvReader(new MemoryStream(sample), null, separator);
        var counts = new List<int>();
        try
        {
            while (counts.Count < SampleRows && reader.Read())
            {
                counts.Add(reader.Count);
            }
        }
        catch (InputException)
        {
            // A sample can end inside a quoted cell or a character, and under a wrong separator quotes make no sense: the rows before that
            // still count.
        }

        if (counts.Count > 2 && counts.Count < SampleRows && sample.Length == SampleBytes)
        {
            counts.RemoveAt(counts.Count - 1);
        }

        return counts.Count == 0 ? (0, 0) : (counts[0], counts.Count(count => count == counts[0]) / (double)counts.Count);
    }
}
