using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Ledger;

/// <summary>Makes chunks of feature partitions for the sample epoch; blocks are counted from its first.</summary>
internal static class SampleChunk
{
    private static readonly Codebook Codebook = SampleEpoch.Loaded.Reference.Codebook;

    /// <summary>A chunk.</summary>
    /// <param name="partition">The feature partition.</param>
    /// <param name="start">Its first offset.</param>
    /// <param name="upTo">The last offset read, plus one.</param>
    /// <param name="seconds">The greatest event time; null where there is none.</param>
    /// <param name="cells">Accepted rows by block.</param>
    public static ChunkRecord Of(int partition, long start, long upTo, double? seconds, params (int Block, int Rows)[] cells)
    {
        var rows = cells.Sum(cell => cell.Rows);
        return new ChunkRecord(
            1, SampleEpoch.Features(partition), start, upTo, upTo == start + 32, false, seconds is { } time ? SampleEpoch.At(time) : long.MinValue, 0,
            new RecordCounts(rows, rows, 0, 0, 0),
            [.. cells.Select(cell => new ChunkCell(SampleEpoch.FirstBlock + cell.Block, "v1", cell.Rows, 0, Profile(cell.Rows)))]);
    }

    /// <summary>An idleness record.</summary>
    public static ChunkRecord Idle(int partition, long start, long upTo, double? seconds = null, params (int Block, int Rows)[] cells) =>
        Of(partition, start, upTo, seconds, cells) with { Idle = true };

    /// <summary>A chunk of a label partition.</summary>
    public static ChunkRecord Labels(int partition, long start, long upTo, double seconds, params (int Block, int Rows)[] cells)
    {
        var chunk = Of(partition, start, upTo, seconds, cells);
        return chunk with { Source = SampleEpoch.Labels(partition), Cells = [.. chunk.Cells.Select(cell => cell with { Model = "", Profile = null })] };
    }

    private static Profile Profile(int rows)
    {
        var profile = new Profile(Codebook);
        for (var row = 0; row < rows; row++)
        {
            profile.AddRow(new byte[Codebook.Columns.Length]);
        }

        return profile;
    }
}
