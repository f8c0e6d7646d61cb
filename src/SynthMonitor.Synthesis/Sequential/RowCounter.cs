namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Counts the rows that several threads have done, and tells someone.</summary>
/// <param name="progress">Who is told, or null.</param>
internal sealed class RowCounter(IProgress<long>? progress)
{
    private long rows;

    /// <summary>Some more rows are done.</summary>
    public void Add(int count)
    {
        var done = Interlocked.Add(ref rows, count);
        progress?.Report(done);
    }
}
