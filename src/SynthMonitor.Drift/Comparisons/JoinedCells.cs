namespace SynthMonitor.Drift.Comparisons;

/// <summary>Joins neighbouring cells of two samples until each is full.</summary>
/// <param name="least">The count of both samples that fills a cell.</param>
/// <param name="leastOfReference">The count of the reference that it needs besides.</param>
internal sealed class JoinedCells(double least, long leastOfReference = 0)
{
    private readonly List<long> reference = [];
    private readonly List<long> current = [];
    private long open;
    private long openCurrent;

    /// <summary>Adds the next cell.</summary>
    /// <param name="count">The reference's rows in it.</param>
    /// <param name="countCurrent">The sample's rows in it.</param>
    /// <param name="isJoined">Whether it shares a cell with the next one in any case.</param>
    public void Add(long count, long countCurrent, bool isJoined = false)
    {
        open += count;
        openCurrent += countCurrent;
        if (!isJoined && open + openCurrent >= least && open >= leastOfReference)
        {
            reference.Add(open);
            current.Add(openCurrent);
            (open, openCurrent) = (0, 0);
        }
    }

    /// <summary>All cells; what is left over joins the last.</summary>
    public (long[] Reference, long[] Current) Close()
    {
        if (reference.Count == 0)
        {
            return ([open], [openCurrent]);
        }

        reference[^1] += open;
        current[^1] += openCurrent;
        return ([.. reference], [.. current]);
    }
}
