using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Comparisons;

/// <summary>A column whose rows are independent and all of one distribution.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Draw">Makes rows of a stream of random numbers.</param>
/// <param name="KeepsValues">Whether a reference of it keeps numbers one by one.</param>
internal sealed record CleanColumn(string Name, Func<int, KeyedRandom, Column> Draw, bool KeepsValues = true)
{
    private const int Names = 200;

    private static readonly string[] Categories = [.. Enumerable.Range(1, Names).Select(rank => $"c{rank}")];

    public static CleanColumn[] All =>
    [
        new("normal", (rows, random) => Numbers(rows, random, ColumnKind.Numeric, (ref KeyedRandom one) => one.NextNormal())),
        new("normal, cells only", (rows, random) => Numbers(rows, random, ColumnKind.Numeric, (ref KeyedRandom one) => one.NextNormal()), KeepsValues: false),
        new("whole, about 200 values", (rows, random) => Numbers(rows, random, ColumnKind.Integer, (ref KeyedRandom one) => Math.Round(28 * one.NextNormal()))),
        new("whole, about 50 values", (rows, random) => Numbers(rows, random, ColumnKind.Integer, (ref KeyedRandom one) => Math.Round(7 * one.NextNormal()))),
        new("whole, about 10 values", (rows, random) => Numbers(rows, random, ColumnKind.Integer, (ref KeyedRandom one) => Math.Round(1.5 * one.NextNormal()))),
        new("200 names, Zipf", Zipf),
    ];

    private delegate double Draws(ref KeyedRandom random);

    private static NumberColumn Numbers(int rows, KeyedRandom random, ColumnKind kind, Draws draw)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = draw(ref random);
        }

        return new(new ColumnSchema("x", kind), values);
    }

    /// <summary>Names whose probability is in proportion to 1 over their rank.</summary>
    private static NameColumn Zipf(int rows, KeyedRandom random)
    {
        var cumulative = new double[Names];
        var sum = 0.0;
        for (var rank = 0; rank < Names; rank++)
        {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }

        var names = new string[rows];
        for (var row = 0; row < rows; row++)
        {
            var place = Array.BinarySearch(cumulative, random.NextDouble() * sum);
            names[row] = Categories[Math.Min(Names - 1, place < 0 ? ~place : place)];
        }

        return NameColumn.From(new ColumnSchema("x", ColumnKind.Categorical), names);
    }
}
