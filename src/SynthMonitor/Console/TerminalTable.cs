using Spectre.Console;

namespace SynthMonitor.Console;

/// <summary>Tables for people, all of one look: numbers to the right, no lines but one under the header.</summary>
internal static class TerminalTable
{
    /// <summary>Creates a table.</summary>
    /// <param name="texts">The headers of its first columns, which hold text.</param>
    public static Table Create(params ReadOnlySpan<string> texts) => new Table().Border(TableBorder.Simple).Texts(texts);

    /// <summary>Adds columns of text.</summary>
    public static Table Texts(this Table table, params ReadOnlySpan<string> headers)
    {
        foreach (var header in headers)
        {
            table.AddColumn(header);
        }

        return table;
    }

    /// <summary>Adds columns of numbers.</summary>
    public static Table Numbers(this Table table, params ReadOnlySpan<string> headers)
    {
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(header).RightAligned().NoWrap());
        }

        return table;
    }

    /// <summary>A share as a percentage; empty where it is nothing.</summary>
    public static string Percent(double share) => share == 0 ? "" : share.ToString("0.##%");
}
