using System.Globalization;
using SynthMonitor.Data.Randomness;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>
/// Files of loan applications, one a second, whose labels come a minute later. From row <see cref="ChangeAt"/> on, the labels of one kind
/// of customer follow the opposite rule.
/// </summary>
internal static class LoanStream
{
    public const int Rows = 12_000;
    public const int RowsPerBlock = 200;
    public const int ChangeAt = 6_000;
    private const int ReferenceRows = 3_000;
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddDays(19_723);

    /// <summary>The number of the block in which labels change.</summary>
    public static long ChangeBlock => (Start.ToUnixTimeSeconds() + ChangeAt) / RowsPerBlock;

    /// <summary>The last block that ends before the last row less the lateness.</summary>
    public static long LastBlock => ((Start.ToUnixTimeSeconds() + Rows) / RowsPerBlock) - 2;

    /// <summary>Writes <c>reference.csv</c>, <c>features.csv</c> and <c>labels.csv</c>.</summary>
    public static void Write(string folder)
    {
        using (var reference = Open(folder, "reference.csv", "id,ts,income,kind,score,approved"))
        {
            for (var row = 0; row < ReferenceRows; row++)
            {
                var loan = new Loan(1, row, isChanged: false);
                reference.WriteLine($"{loan.Features},{loan.Label}");
            }
        }

        using var features = Open(folder, "features.csv", "id,ts,income,kind,score");
        using var labels = Open(folder, "labels.csv", "id,ts,approved");
        for (var row = 0; row < Rows; row++)
        {
            var loan = new Loan(2, row, row >= ChangeAt);
            features.WriteLine(loan.Features);
            labels.WriteLine($"{loan.Id},{loan.Text(60)},{loan.Label}");
        }
    }

    private static StreamWriter Open(string folder, string name, string header)
    {
        var writer = new StreamWriter(Path.Combine(folder, name));
        writer.WriteLine(header);
        return writer;
    }

    private sealed class Loan
    {
        private readonly int row;

        public Loan(ulong seed, int row, bool isChanged)
        {
            this.row = row;
            var random = new KeyedRandom(seed, (ulong)row);
            var income = random.NextNormal();
            var kind = "abc"[random.Next(3)];
            var score = 1 / (1 + Math.Exp(-2.5 * income));
            var chance = isChanged && kind != 'a' ? 1 - score : score;
            Label = random.NextDouble() < chance ? 1 : 0;
            Features = string.Create(CultureInfo.InvariantCulture, $"{Id},{Text(0)},{income:0.0000},{kind},{score:0.000000}");
        }

        public string Id => $"k{row:00000}";

        public string Features { get; }

        public int Label { get; }

        public string Text(int delay) => Start.AddSeconds(row + delay).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
