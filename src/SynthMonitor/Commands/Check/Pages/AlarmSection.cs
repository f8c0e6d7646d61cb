using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>The alarms, and for those about drift what moved, with pictures.</summary>
internal static class AlarmSection
{
    private const int AlarmsShown = 10;
    private const int PicturesShown = 8;

    /// <summary>Shows them.</summary>
    public static Html Of(WatchedStream stream)
    {
        var left = stream.DriftAlarms.Count - AlarmsShown;
        return Html.Of(
            $"""
            {ReportTable.Of("Alarms in the order in which they were raised", ["Kind", "Since", "Raised", "Ended", "What moved"], stream.Watch.Alarms.Select(alarm => RowOf(stream, alarm)))}
            {stream.DriftAlarms.Take(AlarmsShown).Select(alarm => Detail(stream, alarm, alarm.Evidence!))}
            {(left > 0 ? Html.Of($"""<p class="soft">{left} more alarms are in the table only.</p>""") : default)}
            """);
    }

    private static Html[] RowOf(WatchedStream stream, BlockAlarm alarm) =>
    [
        Html.Of($"""<span class="bad">{alarm.Kind}</span>"""),
        Html.Of($"{stream.NameOf(alarm.OnsetRow)}"),
        Html.Of($"{stream.NameOf(alarm.Row)}, by {Figure.Blocks(alarm.Scale)}"),
        Html.Of($"{(alarm.ResolvedRow is { } row ? stream.NameOf(row) : "still on")}"),
        alarm.ErrorRate is { } error
            ? Html.Of($"error rate {error.Before:0.0%} → {error.Since:0.0%}")
            : Html.Of($"{string.Join(", ", alarm.Columns.Take(3).Select(column => FormattableString.Invariant($"{column.Name} {column.Share:0%}")))}"),
    ];

    private static Html Detail(WatchedStream stream, BlockAlarm alarm, AlarmEvidence evidence)
    {
        var (reference, codebook) = (evidence.Reference, evidence.Reference.Codebook);
        var codes = codebook.Encode(stream.Blocks.Table.Slice(evidence.Start, evidence.End - evidence.Start));
        var since = new Profile(codebook);
        since.Add(codes, 0, codes.Rows);
        (ColumnShare Share, int Index)[] moved = [.. evidence.Columns.Select(share => (share, codebook.IndexOf(share.Name))).Where(item => item.Item2 >= 0)];
        return Html.Of(
            $"""
            <h3>Drift since {stream.NameOf(alarm.OnsetRow)}</h3>
            <p class="soft">{codes.Rows:N0} rows since the onset, as far as they were counted when the alarm was described, against {reference.Rows:N0} of the reference. Shares are of the evidence.</p>
            {ReportTable.Of("Columns that moved", ["Column", "Share", "Effect", "Where"], evidence.Columns.Select(RowOf))}
            {ColumnPicture.Samples.Legend}
            <div class="grid">
            {moved.Take(PicturesShown).Select(item => new ColumnPicture(codebook.Columns[item.Index], reference.Schema[reference.Schema.IndexOf(item.Share.Name)].Kind, item.Share.MovedRanges)
                .Draw(reference.Profile[item.Index], since[item.Index], FormattableString.Invariant($"{item.Share.Share:0%} of the evidence")))}
            </div>
            {Correlations.Of(RankCorrelationChange.Of(codebook, reference.Codes, codes, Enumerable.Range(0, codebook.Columns.Length)
                .Where(column => stream.File.Find(codebook.Columns[column].Name) is not null && codebook.Columns[column].IsOrdered)
                .Take(Correlations.MostColumns)))}
            """);
    }

    private static Html[] RowOf(ColumnShare column) =>
    [
        Html.Of($"{column.Name}"),
        Html.Of($"{column.Share:0.0%}"),
        Html.Of($"{column.Effect:F3} {column.EffectName}"),
        Html.Of($"{ColumnPicture.InWords(column.MovedRanges, column.MovedRanges.Length)}"),
    ];
}
