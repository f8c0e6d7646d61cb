using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>
/// The analyze role for one monitor: a fold of its records on <c>profiles</c>. No clock and no call to anyone: what it gives is a function of
/// those records, and beyond them of the sources and of the epoch and idleness records alone.
/// </summary>
internal sealed class MonitorFold(string monitor, IEpochStore store, IAnalyzeOutput output)
{
    private EpochFold? current;
    private RecordCounts earlierFeatures;
    private RecordCounts earlierLabels;
    private JoinCounts earlierJoins;

    /// <summary>The monitor.</summary>
    public string Monitor => monitor;

    /// <summary>The epoch that is judged now, or null before the first.</summary>
    public EpochFold? Current => current;

    /// <summary>How the records of a source ended, over all epochs; each record counts once.</summary>
    public RecordCounts CountsOf(SourceKind kind) =>
        (kind == SourceKind.Features ? earlierFeatures : earlierLabels) + (current?.Ledger.CountsOf(kind) ?? default);

    /// <summary>How labels and predictions ended, over all epochs.</summary>
    public JoinCounts Joins => earlierJoins + (current?.Outcomes.Counts ?? default);

    /// <summary>Takes the value of a record.</summary>
    public void Apply(ReadOnlySpan<byte> value)
    {
        switch (ProfilesMessage.Read(value, CodebookOf))
        {
            case EpochRequest request when request.Epoch > (current?.Epoch.Epoch.Number ?? 0):
                Begin(request);
                break;
            case ChunkRecord chunk:
                current!.Apply(chunk);
                break;
            case OutcomeRecord outcome when outcome.Epoch == current?.Epoch.Epoch.Number:
                current.Apply(outcome);
                break;
        }
    }

    public void Write(PayloadWriter writer)
    {
        earlierFeatures.Write(writer);
        earlierLabels.Write(writer);
        earlierJoins.Write(writer);
        writer.WriteBoolean(current is not null);
        if (current is not null)
        {
            writer.WriteBytes(current.Start.ToBytes());
            current.Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        earlierFeatures = RecordCounts.Read(reader);
        earlierLabels = RecordCounts.Read(reader);
        earlierJoins = JoinCounts.Read(reader);
        if (reader.ReadBoolean())
        {
            var start = EpochStart.FromBytes(reader.ReadBytes());
            current = new EpochFold(store.Load(start.Digest), start, output);
            current.Read(reader);
        }
    }

    private Codebook? CodebookOf(int epoch) =>
        current is { } fold && fold.Epoch.Epoch.Number == epoch ? fold.Epoch.Reference.Codebook : null;

    private void Begin(EpochRequest request)
    {
        var epoch = store.Load(request.Digest);
        var sources = current?.Ledger.NextStarts() ?? [];
        var start = new EpochStart(monitor, request.Epoch, request.Digest, current?.Ledger.NextBlock, sources);
        if (current is not null)
        {
            current.End();
            earlierFeatures += current.Ledger.CountsBefore(SourceKind.Features, sources);
            earlierLabels += current.Ledger.CountsBefore(SourceKind.Labels, sources);
            earlierJoins += current.Outcomes.Counts;
        }

        output.Start(start);
        current = new EpochFold(epoch, start, output);
    }
}
