using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthMonitor.Respond;

namespace SynthMonitor.Tests.Respond;

/// <summary>A backend that gives what the test says, each time another model; work that is held ends when the test lets it.</summary>
internal sealed class ScriptedBackend : IResponseBackend
{
    private readonly ConcurrentQueue<TaskCompletionSource> held = new();
    private int runs;

    public string Verdict { get; init; } = "promote";

    public double ChampionError { get; init; } = 0.2;

    /// <summary>Thrown in place of a result.</summary>
    public Func<int, Exception?> Fault { get; init; } = _ => null;

    /// <summary>Whether work waits for <see cref="Release"/>.</summary>
    public bool Holds { get; init; }

    /// <summary>What the work was asked for.</summary>
    public ConcurrentQueue<ResponseRequest> Requests { get; } = new();

    /// <summary>How many works were stopped.</summary>
    public int Stopped => stopped;

    private int stopped;

    public async Task<ResponseResult> RunAsync(ResponseRequest request, CancellationToken cancellation)
    {
        var run = Interlocked.Increment(ref runs);
        Requests.Enqueue(request);
        if (Holds)
        {
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            held.Enqueue(source);
            try
            {
                await source.Task.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref stopped);
                throw;
            }
        }

        return Fault(run) is { } fault ? throw fault : Result(run);
    }

    /// <summary>Lets the oldest held work end.</summary>
    public bool Release() => held.TryDequeue(out var source) && source.TrySetResult();

    public string EpochAfterRollback(string digestBefore, int number) => $"{digestBefore} as {number}";

    private ResponseResult Result(int run) => new()
    {
        Verdict = Verdict,
        Reasons = ["as scripted"],
        Recipe = "recent only",
        Model = Verdict == "promote" ? $"model-{run}" : null,
        NextEpoch = Verdict == "promote" ? $"epoch-{run}" : null,
        Figures = ImmutableSortedDictionary<string, double>.Empty.Add("championError", ChampionError),
    };
}
