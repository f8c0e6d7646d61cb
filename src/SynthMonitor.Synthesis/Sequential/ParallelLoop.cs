using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Loops whose steps may run at the same time because none depends on another.</summary>
internal static class ParallelLoop
{
    /// <summary>Runs steps 0 … <paramref name="steps"/> - 1, begun in that order.</summary>
    /// <param name="steps">The number of steps.</param>
    /// <param name="threads">The most threads; null means one for each processor.</param>
    /// <param name="step">One step.</param>
    /// <param name="cancellation">Stops the loop.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="Exception">What a step threw; of several, what the first of them threw.</exception>
    public static void Run(int steps, int? threads, Action<int> step, CancellationToken cancellation)
    {
        var next = -1;
        var failures = new ConcurrentDictionary<int, Exception>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1, CancellationToken = cancellation };
        Parallel.For(0, Math.Min(steps, threads ?? Environment.ProcessorCount), options, _ =>
        {
            // Steps are begun in order: those before the first that fails are all done, whatever the threads.
            for (var index = Interlocked.Increment(ref next); index < steps && failures.IsEmpty; index = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    step(index);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    failures[index] = exception;
                }
            }
        });
        if (!failures.IsEmpty)
        {
            ExceptionDispatchInfo.Throw(failures.MinBy(failure => failure.Key).Value);
        }
    }
}
