using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>The tables that a case names: a file and which of its rows, as <c>first 3000</c>, <c>every 8th</c> or <c>rows 5000..9999</c>.</summary>
internal static partial class GoldenTables
{
    /// <summary>Reads a table.</summary>
    /// <param name="node">An object with <c>file</c> and <c>rows</c>.</param>
    /// <param name="rows">Which rows, where that is not said by <c>rows</c>.</param>
    /// <param name="known">What is known of the columns.</param>
    public static Table Read(JsonNode node, string? rows = null, SchemaOverrides? known = null)
    {
        var file = node["file"]!.GetValue<string>()["data/".Length..];
        var table = TableFile.Read(GoldenScope.Folder.Resolve(file), new TableReadOptions { Overrides = known ?? SchemaOverrides.None });
        return Take(table, rows ?? node["rows"]!.GetValue<string>());
    }

    private static Table Take(Table table, string rows)
    {
        if (rows == "all")
        {
            return table;
        }

        if (First().Match(rows) is { Success: true } first)
        {
            return table.Slice(0, int.Parse(first.Groups[1].Value));
        }

        if (Every().Match(rows) is { Success: true } every)
        {
            var (step, count) = (int.Parse(every.Groups[1].Value), int.Parse(every.Groups[2].Value));
            return table.Take([.. Enumerable.Range(0, count).Select(row => row * step)]);
        }

        var range = Range().Match(rows);
        return range.Success
            ? table.Slice(int.Parse(range.Groups[1].Value), int.Parse(range.Groups[2].Value) - int.Parse(range.Groups[1].Value) + 1)
            : throw new FormatException($"which rows are '{rows}'?");
    }

    [GeneratedRegex("^first ([0-9]+)")]
    private static partial Regex First();

    [GeneratedRegex(@"\(every ([0-9]+)[a-z]+\), ([0-9]+) rows")]
    private static partial Regex Every();

    [GeneratedRegex(@"^rows ([0-9]+)\.\.([0-9]+)")]
    private static partial Regex Range();
}
