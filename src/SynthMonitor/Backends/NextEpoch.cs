using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Backends;

/// <summary>
/// Prepares the epoch that follows a promotion: its reference is the rows since the onset. It holds no scores: the new champion was trained on
/// many of these rows, and what it says of them is not what it will say of others.
/// </summary>
internal sealed class NextEpoch(EpochStore store)
{
    private const int VersionDigits = 12;

    /// <summary>The model version that rows scored by a model of a digest must bear.</summary>
    public static string VersionOf(string digest) => digest[..VersionDigits];

    /// <summary>Stores the next epoch and gives its digest.</summary>
    /// <param name="current">The epoch that ends.</param>
    /// <param name="schema">The schema of its reference.</param>
    /// <param name="rows">The rows since the onset.</param>
    /// <param name="model">The new champion.</param>
    /// <param name="cancellation">Stops the work.</param>
    public string After(Epoch current, Schema schema, JoinedRows rows, TrainedModel model, CancellationToken cancellation)
    {
        var table = rows.Features;
        if (schema.WithRole(ColumnRole.Target) is { } target)
        {
            table = table.With(TargetColumn.Of(target, rows.Labels));
        }

        var reference = Reference.From(table, new ReferenceOptions(Positive: current.Positive));
        var next = current with { Number = current.Number + 1, Model = VersionOf(model.Digest), Reference = "" };
        var calibration = Calibrator.Calibrate(reference, next.MonitorOptions, next.Seed, null, cancellation);
        return store.Put(next with { Reference = store.Put(reference.With(calibration)) });
    }
}
