using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Tests;

/// <summary>A table with every kind of column and known dependences between them.</summary>
internal static class MixedTable
{
    public static readonly string[] Cities = ["Athens", "Bergen", "Cork", "Dublin", "Essen"];

    /// <summary>
    /// Rows of: id, city, price (cents, near 10 + 10·city), members (whole, often missing in Athens), discount (half of them exactly 0),
    /// since (days), active (by city), note, label (by price).
    /// </summary>
    public static Table Of(int rows, ulong seed = 1)
    {
        var (id, city, note, label) = (new string?[rows], new string?[rows], new string?[rows], new string?[rows]);
        var (price, members, discount) = (new double[rows], new double[rows], new double[rows]);
        var (since, active) = (new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            var random = new KeyedRandom(seed, (ulong)row);
            var place = Math.Min(random.Next(5), random.Next(5));
            id[row] = $"TX-{random.Next(1_000_000):D6}";
            city[row] = random.NextDouble() < 0.03 ? null : Cities[place];
            price[row] = Math.Round(10 + 10 * place + 3 * random.NextNormal(), 2);
            members[row] = random.NextDouble() < (place == 0 ? 0.4 : 0.05) ? Number.Missing : 1 + random.Next(6);
            discount[row] = random.NextDouble() < 0.5 ? 0 : random.NextDouble();
            since[row] = (18_000 + random.Next(900)) * 86_400_000.0;
            active[row] = random.NextDouble() < 0.1 + 0.2 * place ? 1 : 0;
            note[row] = $"row {row} says {random.NextUInt64():x}";
            label[row] = random.NextDouble() < 1 / (1 + Math.Exp(-(price[row] - 25) / 5)) ? "yes" : "no";
        }

        return new Table([
            Names("id", ColumnKind.Text, ColumnRole.Key, id),
            Names("city", ColumnKind.Categorical, ColumnRole.Feature, city),
            Numbers("price", ColumnKind.Numeric, price),
            Numbers("members", ColumnKind.Integer, members),
            Numbers("discount", ColumnKind.Numeric, discount),
            Numbers("since", ColumnKind.Datetime, since),
            Names("label", ColumnKind.Categorical, ColumnRole.Target, label),
            Numbers("active", ColumnKind.Boolean, active),
            Names("note", ColumnKind.Text, ColumnRole.Feature, note),
        ]);
    }

    private static NameColumn Names(string name, ColumnKind kind, ColumnRole role, string?[] values) =>
        NameColumn.From(new(name, kind, role), values);

    private static NumberColumn Numbers(string name, ColumnKind kind, double[] values) => new(new(name, kind), values);
}
