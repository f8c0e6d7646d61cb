using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo.Screen;

/// <summary>The newest incidents: what moved, since when, and whether it goes on.</summary>
internal static class IncidentPanel
{
    private const int MostColumns = 3;

    public static IRenderable Of(IReadOnlyList<IncidentRecord> incidents, int most)
    {
        if (incidents.Count == 0)
        {
            return new Text("none", Styles.Soft);
        }

        var grid = new Grid().AddColumns(new GridColumn().NoWrap(), new GridColumn().NoWrap(), new GridColumn().NoWrap(), new GridColumn());
        foreach (var incident in incidents.TakeLast(most).Reverse())
        {
            var style = incident.ResolvedBlock is null ? Styles.Bad : Styles.Soft;
            grid.AddRow(
                new Text(State(incident), style),
                new Text($"{incident.Diagnosis} ({incident.Kind})"),
                new Text(string.Create(CultureInfo.InvariantCulture, $"since row {DemoRows.First(incident.OnsetBlock):N0}")),
                new Text(Columns(incident), Styles.Soft));
        }

        return grid;
    }

    private static string State(IncidentRecord incident) =>
        incident.ResolvedBlock is not null ? $"○ over{(incident.Reason is null ? "" : $" ({incident.Reason})")}"
        : incident.Mature ? "● confirmed"
        : "● raised";

    private static string Columns(IncidentRecord incident) => string.Join(
        ", ", incident.Columns.Take(MostColumns).Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Name} {100 * column.Share:F0} %")));
}
