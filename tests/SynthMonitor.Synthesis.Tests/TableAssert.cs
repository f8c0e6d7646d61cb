using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Tests;

/// <summary>Compares tables value by value.</summary>
internal static class TableAssert
{
    public static void Equal(Table expected, Table actual)
    {
        Assert.Equal(expected.Schema, actual.Schema);
        Assert.Equal(Text(expected), Text(actual));
    }

    /// <summary>Every value, bit by bit.</summary>
    public static string Text(Table table) => string.Join('\n', Enumerable.Range(0, table.Rows)
        .Select(row => string.Join('|', table.Columns.Select(column => Text(column, row)))));

    private static string Text(Column column, int row) => column is NumberColumn numbers
        ? BitConverter.DoubleToInt64Bits(numbers.Values[row]).ToString("x")
        : ((NameColumn)column)[row] ?? "\0";

    /// <summary>The share of the rows whose number is such.</summary>
    public static double Share(Table table, string name, Func<double, bool> isSuch) =>
        (double)((NumberColumn)table[name]).Values.ToArray().Count(isSuch) / table.Rows;
}
