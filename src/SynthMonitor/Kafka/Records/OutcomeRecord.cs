using System.Collections.Immutable;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Kafka.Records;

/// <summary>
/// What join found in one <c>rows</c> partition for one closed block. Blocks between the last record's and this one were empty.
/// </summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Partition">The <c>rows</c> partition.</param>
/// <param name="Block">The closed block.</param>
/// <param name="Cells">Joined pairs by model version, in that order.</param>
/// <param name="Counts">How labels and predictions ended, since the epoch's beginning, in this partition.</param>
public sealed record OutcomeRecord(int Epoch, int Partition, long Block, ImmutableArray<OutcomeCell> Cells, JoinCounts Counts)
{
    internal void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Epoch);
        writer.WriteCount(Partition);
        writer.WriteSigned(Block);
        writer.WriteCount(Cells.Length);
        foreach (var cell in Cells)
        {
            writer.WriteString(cell.Model);
            cell.Outcomes.Write(writer);
        }

        Counts.Write(writer);
    }

    internal static OutcomeRecord Read(PayloadReader reader)
    {
        var (epoch, partition, block) = (reader.ReadInt32(), reader.ReadCount(), reader.ReadSigned());
        var cells = ImmutableArray.CreateBuilder<OutcomeCell>(reader.ReadCountOf(1));
        while (cells.Count < cells.Capacity)
        {
            cells.Add(new OutcomeCell(reader.ReadString(), OutcomeCounts.Read(reader)));
        }

        return new OutcomeRecord(epoch, partition, block, cells.MoveToImmutable(), JoinCounts.Read(reader));
    }
}

/// <summary>The joined pairs of one model version.</summary>
/// <param name="Model">The version that scored the rows.</param>
/// <param name="Outcomes">Labels by score.</param>
public sealed record OutcomeCell(string Model, OutcomeCounts Outcomes);
