using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze;

/// <summary>
/// What analyze reads of a stream whose features move half-way: a closed chunk for each block of each feature partition, and the outcomes of
/// each block from each <c>rows</c> partition.
/// </summary>
internal static class SampleStream
{
    public const int Blocks = 40;
    public const int Moved = 20;
    private const int RowsOfBlock = 16;

    private static readonly Codebook Codebook = SampleEpoch.Loaded.Reference.Codebook;

    /// <summary>The chunks of a feature partition, in order.</summary>
    public static List<ChunkRecord> Chunks(int partition) => [.. Enumerable.Range(0, Blocks).Select(block => new ChunkRecord(
        1, SampleEpoch.Features(partition), block * 32, (block + 1) * 32, true, false, SampleEpoch.At((block * 60) + 59), 0,
        new RecordCounts(RowsOfBlock, RowsOfBlock, 0, 0, 0), [Cell(partition, block)]))];

    /// <summary>The outcomes of a <c>rows</c> partition, in order.</summary>
    public static List<OutcomeRecord> Outcomes(int partition)
    {
        var joined = 0L;
        return [.. Enumerable.Range(0, Blocks - 2).Select(block =>
        {
            var counts = Counts(partition, block);
            joined += counts.Rows;
            return new OutcomeRecord(
                1, partition, SampleEpoch.FirstBlock + block, [new OutcomeCell("v1", counts)], new JoinCounts(joined, joined, 0, 0, 0, 0, 0, joined, 0));
        })];
    }

    /// <summary>The outcomes of one block and partition.</summary>
    public static OutcomeCounts Counts(int partition, int block)
    {
        var random = new KeyedRandom(5, (ulong)partition, (ulong)block);
        var counts = new OutcomeCounts();
        for (var row = 0; row < 8; row++)
        {
            var score = random.NextDouble();
            counts.Add(random.NextDouble() < score, score);
        }

        return counts;
    }

    /// <summary>The rows of one block and partition: drawn from the reference, after the move only from its upper half in the first column.</summary>
    public static Profile Profile(int partition, int block)
    {
        var random = new KeyedRandom(3, (ulong)partition, (ulong)block);
        var reference = SampleEpoch.Loaded.Reference.Codes;
        var (profile, codes, middle) = (new Profile(Codebook), new byte[Codebook.Columns.Length], Code.First + (Codebook.Columns[0].Cells / 2));
        while (profile.Rows < RowsOfBlock)
        {
            var row = random.Next(reference.Rows);
            if (block < Moved || reference[0][row] > middle)
            {
                for (var column = 0; column < codes.Length; column++)
                {
                    codes[column] = reference[column][row];
                }

                profile.AddRow(codes);
            }
        }

        return profile;
    }

    private static ChunkCell Cell(int partition, int block) =>
        new(SampleEpoch.FirstBlock + block, "v1", RowsOfBlock, 0, Profile(partition, block));
}
