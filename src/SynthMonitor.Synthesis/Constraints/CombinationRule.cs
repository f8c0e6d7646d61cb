using System.Collections.Immutable;
using System.Globalization;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>Only combinations of values that were seen together; a functional dependency is the case in which one value decides the other.</summary>
internal sealed class CombinationRule : RowRule
{
    private readonly Schema schema;
    private readonly string?[][] combinations;
    private readonly HashSet<string> known;
    private readonly Dictionary<string, ValueSet>[] allowed;

    private CombinationRule(Schema schema, ImmutableArray<int> positions, string?[][] combinations, string text)
        : base(positions, text)
    {
        this.schema = schema;
        this.combinations = combinations;
        known = [.. combinations.Select(Key)];
        allowed = [.. Enumerable.Range(0, positions.Length).Select(column => combinations
            .GroupBy(combination => Key(Without(combination, column)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => SetOf(positions[column], [.. group.Select(combination => combination[column]).Distinct()])))];
    }

    /// <summary>The combinations in a table.</summary>
    public static CombinationRule Of(Table table, ImmutableArray<int> positions, string text)
    {
        var cells = new TableCells(table);
        var seen = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var combination = Combination(table.Schema, positions, cells, row);
            seen.TryAdd(Key(combination), combination);
        }

        string?[][] sorted = [.. seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
        return new CombinationRule(table.Schema, positions, sorted, text);
    }

    /// <inheritdoc/>
    public override bool Holds(ICells cells, int row) => known.Contains(Key(Combination(schema, Positions, cells, row)));

    /// <inheritdoc/>
    public override ValueSet? Allowed(ICells cells, int row, int position)
    {
        var column = Positions.IndexOf(position);
        var others = Without(Combination(schema, Positions, cells, row), column);
        return allowed[column].TryGetValue(Key(others), out var values) ? values : SetOf(position, []);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteString(Text);
        writer.WriteSigneds(Positions.AsSpan());
        writer.WriteCount(combinations.Length);
        foreach (var value in combinations.SelectMany(combination => combination))
        {
            writer.WriteOptionalString(value);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CombinationRule Read(Schema schema, PayloadReader reader)
    {
        var (text, positions) = (reader.ReadString(), reader.ReadInt32s());
        var combinations = new string?[reader.ReadCountOf(1)][];
        if (positions.Any(position => position < 0 || position >= schema.Columns.Length))
        {
            throw reader.Fault("a combination of columns that do not exist", "columns of the schema");
        }

        for (var i = 0; i < combinations.Length; i++)
        {
            combinations[i] = [.. positions.Select(_ => reader.ReadOptionalString())];
        }

        return new CombinationRule(schema, [.. positions], combinations, text);
    }

    private static string?[] Combination(Schema schema, ImmutableArray<int> positions, ICells cells, int row)
    {
        var combination = new string?[positions.Length];
        for (var column = 0; column < combination.Length; column++)
        {
            combination[column] = schema[positions[column]].IsNominal
                ? cells.Name(row, positions[column])
                : cells.Number(row, positions[column]) is var number && Number.IsMissing(number) ? null
                : number.ToString("R", CultureInfo.InvariantCulture);
        }

        return combination;
    }

    private static string?[] Without(string?[] combination, int column) => [.. combination[..column], .. combination[(column + 1)..]];

    private static string Key(string?[] values) => string.Concat(values.Select(value => value is null ? "-;" : $"{value.Length}:{value};"));

    private ValueSet SetOf(int position, string?[] values)
    {
        string[] present = [.. values.OfType<string>()];
        var withMissing = present.Length < values.Length;
        return schema[position].IsNominal ? new NameSet([.. present], withMissing) : new NumberSet(
            [.. present.Select(text => double.Parse(text, CultureInfo.InvariantCulture)).Select(number => new NumberRange(number, number))], withMissing);
    }
}
