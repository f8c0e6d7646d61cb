namespace SynthMonitor.Reports;

/// <summary>A table: its first column names the row. On a narrow screen each row becomes a list of its cells with their heads.</summary>
internal static class ReportTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="heads">The columns' heads.</param>
    /// <param name="rows">For each row a cell for each column.</param>
    public static Html Of(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Html>> rows) => Html.Of(
        $"""
        <table role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup"><tr role="row">{heads.Select(head => Html.Of($"""<th role="columnheader" scope="col">{head}</th>"""))}</tr></thead>
        <tbody role="rowgroup">
        {rows.Select(row => RowOf(heads, row))}
        </tbody>
        </table>
        """);

    private static Html RowOf(IReadOnlyList<string> heads, IReadOnlyList<Html> cells) => Html.Of(
        $"""
        <tr role="row">{cells.Select((cell, index) => index == 0
            ? Html.Of($"""<th role="rowheader" scope="row">{cell}</th>""")
            : Html.Of($"""<td role="cell" data-head="{heads[index]}">{cell}</td>"""))}</tr>

        """);
}
