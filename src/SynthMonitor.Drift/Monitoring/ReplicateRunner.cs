namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Runs independent replicates on the threads of the current task scheduler; results stand in order of replicates, so they do not depend on
/// the threads.
/// </summary>
/// <param name="total">The replicates of all runs together, for the progress.</param>
/// <param name="progress">Receives the share done.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class ReplicateRunner(int total, IProgress<double>? progress, CancellationToken cancellation)
{
    private int done;

    /// <summary>The results of replicates 0 … <paramref name="count"/> − 1.</summary>
    public T[] Run<T>(int count, Func<int, T> replicate)
    {
        var results = new T[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, TaskScheduler = TaskScheduler.Current }, index =>
        {
            results[index] = replicate(index);
            progress?.Report((double)Interlocked.Increment(ref done) / total);
        });
        return results;
    }
}
