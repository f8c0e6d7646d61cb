using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Performance;

/// <summary>The outcomes of the last blocks, and the sum of those before them.</summary>
internal sealed class ErrorHistory(int capacity, double threshold)
{
    private readonly List<(long Block, OutcomeCounts Outcomes, ErrorCount Errors)> blocks = [];
    private OutcomeCounts? earlier;

    /// <summary>The number of blocks held.</summary>
    public int Count => blocks.Count;

    /// <summary>The errors of all blocks.</summary>
    public ErrorCount Total => (earlier is null ? default : Errors(earlier)) + Last(Count);

    /// <summary>The number of blocks held that are not before a block.</summary>
    public int CountSince(long block) => blocks.Count(one => one.Block >= block);

    /// <summary>The number of the block taken <paramref name="age"/> blocks before the newest.</summary>
    public long BlockNumber(int age) => blocks[^(age + 1)].Block;

    /// <summary>The errors of the newest blocks.</summary>
    public ErrorCount Last(int count)
    {
        var sum = default(ErrorCount);
        for (var age = 0; age < Math.Min(count, Count); age++)
        {
            sum += blocks[^(age + 1)].Errors;
        }

        return sum;
    }

    /// <summary>The outcomes of the newest blocks.</summary>
    public OutcomeCounts Outcomes(int count) => Sum(new OutcomeCounts(Bins), blocks.Skip(Count - count));

    /// <summary>The outcomes of all blocks but the newest.</summary>
    public OutcomeCounts OutcomesBefore(int count) => Sum(earlier?.Clone() ?? new OutcomeCounts(Bins), blocks.Take(Count - count));

    /// <summary>Takes the next block.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="outcomes">Its outcomes.</param>
    /// <param name="onset">The first block of an alarm that is on: such blocks never become part of the baseline.</param>
    public ErrorCount Push(long block, OutcomeCounts outcomes, long onset = long.MaxValue)
    {
        blocks.Add((block, outcomes.Clone(), Errors(outcomes)));
        if (blocks.Count > capacity)
        {
            if (blocks[0].Block < onset)
            {
                earlier ??= new OutcomeCounts(Bins);
                earlier.Add(blocks[0].Outcomes);
            }

            blocks.RemoveAt(0);
        }

        return blocks[^1].Errors;
    }

    /// <summary>Forgets the blocks of an alarm, from its onset on, all but the newest.</summary>
    public void Forget(long onset, int kept)
    {
        var first = Count - CountSince(onset);
        blocks.RemoveRange(first, Math.Max(0, Count - kept - first));
    }

    /// <summary>
    /// The age of the first block of the later part that makes the rise of the error rate most likely (maximum likelihood of a change point).
    /// </summary>
    public int AgeOfRise()
    {
        var (later, best, bestAge) = (default(ErrorCount), double.NegativeInfinity, 0);
        var total = Total;
        for (var age = 0; age < Count; age++)
        {
            later += blocks[^(age + 1)].Errors;
            var before = total - later;
            var likelihood = before.LogLikelihood + later.LogLikelihood;
            if (later.Rate > before.Rate && before.Rows > 0 && likelihood > best)
            {
                (best, bestAge) = (likelihood, age);
            }
        }

        return bestAge;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteBoolean(earlier is not null);
        earlier?.Write(writer);
        writer.WriteCount(Count);
        foreach (var (block, outcomes, _) in blocks)
        {
            writer.WriteSigned(block);
            outcomes.Write(writer);
        }
    }

    public void Restore(PayloadReader reader)
    {
        earlier = reader.ReadBoolean() ? OutcomeCounts.Read(reader) : null;
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            Push(reader.ReadSigned(), OutcomeCounts.Read(reader));
        }
    }

    private int Bins => Count == 0 ? OutcomeCounts.DefaultBins : blocks[0].Outcomes.Bins;

    private ErrorCount Errors(OutcomeCounts outcomes) => new(outcomes.Errors(threshold), outcomes.Rows);

    private static OutcomeCounts Sum(OutcomeCounts sum, IEnumerable<(long Block, OutcomeCounts Outcomes, ErrorCount Errors)> added)
    {
        foreach (var block in added)
        {
            sum.Add(block.Outcomes);
        }

        return sum;
    }
}
