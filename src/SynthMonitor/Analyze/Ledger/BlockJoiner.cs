using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Analyze.Ledger;

/// <summary>
/// Joins blocks of too few rows with the next ones. What it gives depends only on the blocks that hold rows and on their numbers, not on
/// when they close: a run of empty blocks is looked at when the block after it closes.
/// </summary>
internal sealed class BlockJoiner(int minimumRows, int maximumJoin)
{
    private BlockCounts pending = new();
    private long joined;

    /// <summary>Whether rows wait for the next block.</summary>
    public bool IsPending => joined > 0;

    /// <summary>Takes a closed block.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="empty">How many empty blocks lie between it and the block closed before.</param>
    /// <param name="counts">Its counts.</param>
    public IEnumerable<ClosedBlock> Close(long block, long empty, BlockCounts counts)
    {
        if (joined + empty >= maximumJoin)
        {
            var undefined = new ClosedBlock(block - 1, joined + empty, pending, IsUndefined: true);
            (pending, joined, empty) = (new BlockCounts(), 0, 0);
            yield return undefined;
        }

        joined += empty + 1;
        pending.Add(counts);
        if (pending.Rows >= minimumRows || joined >= maximumJoin)
        {
            var closed = new ClosedBlock(block, joined, pending, IsUndefined: pending.Rows < minimumRows);
            (pending, joined) = (new BlockCounts(), 0);
            yield return closed;
        }
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteSigned(joined);
        pending.Write(writer);
    }

    public void Read(PayloadReader reader, Codebook codebook)
    {
        joined = reader.ReadSigned();
        pending = BlockCounts.Read(reader, codebook);
    }
}
