using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>How a stream was watched.</summary>
internal static class StreamMethod
{
    /// <summary>Says it.</summary>
    public static Html Of(WatchedStream stream)
    {
        var (options, calibration, reference) = (stream.Options, stream.Watch.Calibration, stream.Reference);
        return Html.Of(
            $"""
            <ul>
            <li>After each block, every column's counts over the last {string.Join(", ", options.Scales(reference.Rows))} blocks are compared with the reference's: by G, and in order of value by Anderson–Darling. The score is the greatest of them all as a normal deviate.</li>
            <li>The threshold, {calibration.Threshold:F2}, keeps the budget of {options.Budget.PerBlock:G3} false alarms a block for all columns and windows together. It was found on {calibration.SimulatedBlocks:N0} blocks without drift, drawn from the reference
            in runs of {calibration.RunLength:N0} rows; its rate is known to ±{calibration.RelativeError:0%}{(calibration.IsExtrapolated ? ", by the tail's shape, as the budget is rarer than what was simulated" : "")}.</li>
            <li>The onset is the most likely first block of the change, by the columns that moved.</li>
            <li>After an alarm {(options.AfterAlarm == AfterAlarm.Hold
                ? FormattableString.Invariant($"the reference stays; it ends when {options.ClearBlocks} blocks in a row are back below a score of {calibration.ClearLevel:F2}")
                : "the next rows, as many as the reference had, are the new reference, and get no verdict")}.</li>
            <li>A marked range is the run of neighbouring cells whose share changed by the most standard errors, 3.5 at least.</li>
            <li>Correlations are Spearman's, on cells; their changes are tested by Fisher's z and corrected by Holm. They have no part in the verdict.</li>
            {(stream.Watch.PerformanceSteps.Count == 0 ? default : Html.Of($"<li>The error rate is watched by an exact scan (Fisher's test, with the same budget again) and by ADWIN, against the stream's own past.</li>"))}
            <li>The reference: {reference.Rows:N0} rows, digest {reference.Digest[..12]}. Seed {calibration.Seed}.</li>
            </ul>
            """);
    }
}
