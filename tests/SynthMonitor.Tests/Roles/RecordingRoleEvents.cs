using SynthMonitor.Roles;

namespace SynthMonitor.Tests.Roles;

/// <summary>Keeps how a role's thread fares.</summary>
internal sealed class RecordingRoleEvents : IRoleEvents, IDisposable
{
    private readonly ManualResetEventSlim hasFailed = new();
    private readonly ManualResetEventSlim wasUnreachable = new();

    /// <summary>What the role stopped for.</summary>
    public List<Exception> Failures { get; } = [];

    /// <summary>Waits until the role has failed, and gives the reason.</summary>
    public Exception Failure()
    {
        Assert.True(hasFailed.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "the role goes on");
        return Failures[0];
    }

    /// <summary>Waits until the log was away.</summary>
    public void AwaitUnreachable() =>
        Assert.True(wasUnreachable.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "nothing was told");

    public void Reached(string role)
    {
    }

    public void Unreachable(string role, Exception exception) => wasUnreachable.Set();

    /// <summary>What could not be published when the role was stopped.</summary>
    public List<Exception> Leftovers { get; } = [];

    public void Unpublished(string role, Exception exception) => Leftovers.Add(exception);

    public void Failed(string role, Exception exception)
    {
        Failures.Add(exception);
        hasFailed.Set();
    }

    public void Dispose()
    {
        hasFailed.Dispose();
        wasUnreachable.Dispose();
    }
}
