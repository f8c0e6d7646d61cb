using System.Text;
using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Tests.Commands;

/// <summary>A folder of small files to run commands on, which goes with the test.</summary>
public sealed class SampleFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("synthmonitor-");

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>
    /// Writes loans: income (40 … 60, more by <paramref name="shift"/> from row <paramref name="from"/> on), region (four, evenly), a day-long minute
    /// clock, a score, and approved, which is 1 mostly where income is above 50 (the other way round from row <paramref name="flip"/> on).
    /// </summary>
    public string Loans(string name, int rows, ulong seed, double shift = 0, int from = 0, int? flip = null)
    {
        var random = new KeyedRandom(seed, 1);
        var text = new StringBuilder("id,ts,income,region,score,approved\n");
        for (var row = 0; row < rows; row++)
        {
            var income = 40 + (20 * random.NextDouble()) + (row >= from ? shift : 0);
            var region = "NESW"[(int)(4 * random.NextDouble())];
            var score = Math.Clamp((income - 40) / 20, 0.02, 0.98);
            var isApproved = random.NextDouble() < score != row >= (flip ?? rows);
            var time = new DateTime(2024, 1, 1).AddMinutes(row);
            text.Append($"r{row},{time:yyyy-MM-ddTHH:mm:ssZ},{income:F3},{region},{score:F4},{(isApproved ? 1 : 0)}\n");
        }

        return Write(name, text.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
