using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>How labels ended: <c>labels = joined + unmatched + duplicate + expired + pending + late</c>; and predictions beside them.</summary>
/// <param name="Labels">Labels read, without replays.</param>
/// <param name="Joined">Met their prediction.</param>
/// <param name="Unmatched">Waited for a prediction in vain.</param>
/// <param name="Duplicate">Came for a key that had its label.</param>
/// <param name="Expired">Came after the horizon of their prediction.</param>
/// <param name="Pending">Still wait for their prediction.</param>
/// <param name="Late">Their block had ended before.</param>
/// <param name="Predictions">Predictions read in time.</param>
/// <param name="DelayMilliseconds">The sum of label delays of the joined pairs.</param>
public readonly record struct JoinCounts(
    long Labels, long Joined, long Unmatched, long Duplicate, long Expired, long Pending, long Late, long Predictions, long DelayMilliseconds)
{
    /// <summary>Whether every label ended in exactly one way.</summary>
    public bool AreConserved => Labels == Joined + Unmatched + Duplicate + Expired + Pending + Late;

    /// <summary>The sum of two counts.</summary>
    public static JoinCounts operator +(JoinCounts a, JoinCounts b) => new(
        a.Labels + b.Labels, a.Joined + b.Joined, a.Unmatched + b.Unmatched, a.Duplicate + b.Duplicate, a.Expired + b.Expired,
        a.Pending + b.Pending, a.Late + b.Late, a.Predictions + b.Predictions, a.DelayMilliseconds + b.DelayMilliseconds);

    /// <summary>The sum of two counts.</summary>
    public static JoinCounts Add(JoinCounts left, JoinCounts right) => left + right;

    internal void Write(PayloadWriter writer) => writer.WriteSigneds(
        [Labels, Joined, Unmatched, Duplicate, Expired, Pending, Late, Predictions, DelayMilliseconds]);

    internal static JoinCounts Read(PayloadReader reader) => reader.ReadSigneds() is [var labels, var joined, var unmatched, var duplicate,
        var expired, var pending, var late, var predictions, var delay]
        ? new(labels, joined, unmatched, duplicate, expired, pending, late, predictions, delay)
        : throw reader.Fault("a list of join counts of another length", "9 counts");
}
