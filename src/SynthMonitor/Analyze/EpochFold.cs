using SynthMonitor.Analyze.Judging;
using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>
/// The fold of one epoch: the ledger closes blocks, a drift window judges each at once, and an assessor follows in order of blocks with the
/// outcomes that labels reveal.
/// </summary>
internal sealed class EpochFold
{
    private readonly WindowJudge windows;
    private readonly Assessor assessor;

    public EpochFold(LoadedEpoch epoch, EpochStart start, IAnalyzeOutput output)
    {
        Epoch = epoch;
        Start = start;
        Ledger = new EpochLedger(epoch.Epoch, start);
        Outcomes = new OutcomeCollector(epoch.Epoch.RowPartitions);
        windows = new WindowJudge(epoch, output);
        assessor = new Assessor(epoch, output);
    }

    public LoadedEpoch Epoch { get; }

    public EpochStart Start { get; }

    public EpochLedger Ledger { get; }

    public OutcomeCollector Outcomes { get; }

    /// <summary>Whether an incident is open.</summary>
    public bool HasOpenIncident => assessor.HasOpenIncident;

    public void Apply(ChunkRecord chunk)
    {
        foreach (var block in Ledger.Apply(chunk))
        {
            assessor.Take(windows.Judge(block));
        }

        Assess();
    }

    public void Apply(OutcomeRecord record)
    {
        foreach (var block in Outcomes.Apply(record))
        {
            assessor.Take(block);
        }

        Assess();
    }

    /// <summary>The epoch ends: what is open is resolved.</summary>
    public void End() => assessor.End((Ledger.NextBlock ?? 0) - 1);

    public void Write(PayloadWriter writer)
    {
        Ledger.Write(writer);
        Outcomes.Write(writer);
        windows.Write(writer);
        assessor.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        Ledger.Read(reader, Epoch.Reference.Codebook);
        Outcomes.Read(reader);
        windows.Read(reader);
        assessor.Read(reader);
    }

    /// <summary>Chunks and outcomes take different ways here, so either can be ahead: the assessor follows as far as both have come.</summary>
    private void Assess() =>
        assessor.AdvanceTo(Epoch.Epoch.Labels is null ? Ledger.JudgedBlock : Math.Min(Ledger.JudgedBlock, Outcomes.CompleteBlock));
}
