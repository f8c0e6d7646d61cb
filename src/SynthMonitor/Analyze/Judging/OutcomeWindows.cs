using SynthMonitor.Drift.Performance;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Judging;

/// <summary>Makes the record of a block's outcomes.</summary>
internal static class OutcomeWindows
{
    public static WindowRecord Of(Epoch epoch, OutcomeBlock block, OutcomeCounts counts, PerformanceStep step) => new()
    {
        Id = WindowRecord.IdOf(epoch.Monitor, epoch.Number, block.Block) + "|outcomes",
        Monitor = epoch.Monitor,
        Epoch = epoch.Number,
        Block = block.Block,
        BlockEnd = DateTimeOffset.FromUnixTimeMilliseconds(new BlockTime(epoch.BlockMilliseconds).EndOf(block.Block)),
        Outcomes = new OutcomeWindow
        {
            Model = epoch.Model,
            Labels = counts.Rows,
            Positives = counts.Positives,
            Errors = counts.Errors(epoch.Threshold),
            Auc = counts.Auc().Value,
            LogLoss = counts.LogLoss().Value,
            OtherLabels = block.Models.Values.Sum(model => model.Rows) - counts.Rows,
            RecentError = step.Realised.ErrorRate.Value,
        },
    };
}
