using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Roles;

/// <summary>Runs a worker on a thread of its own until it is stopped; then the worker is disposed on that thread.</summary>
internal sealed class RoleThread : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);

    /// <summary>A worker that has nothing to wait for yet, such as an epoch to begin, must not keep a processor busy.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly Thread thread;
    private readonly ILogWorker worker;
    private readonly IRoleEvents events;
    private bool hasFailed;
    private volatile bool isFinishing;
    private bool isDisposed;

    /// <summary>Starts it.</summary>
    /// <param name="name">The role's name.</param>
    /// <param name="worker">The worker, which now belongs to the thread.</param>
    /// <param name="events">Told when the log is away, and when the worker fails.</param>
    public RoleThread(string name, ILogWorker worker, IRoleEvents events)
    {
        (Name, this.worker, this.events) = (name, worker, events);
        thread = new Thread(Run) { Name = name, IsBackground = true };
        thread.Start();
    }

    /// <summary>The role's name.</summary>
    public string Name { get; }

    /// <summary>Lets it do what there is to do, then stops it as <see cref="Dispose"/> does.</summary>
    public void Finish()
    {
        isFinishing = true;
        thread.Join();
    }

    /// <summary>Asks it to stop.</summary>
    public void Stop() => stopping.Cancel();

    /// <summary>Asks it to stop, and waits until it has; again, it does nothing.</summary>
    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        Stop();
        thread.Join();
        stopping.Dispose();
    }

    private void Run()
    {
        Guard(() =>
        {
            while (!stopping.IsCancellationRequested && (Step() || !isFinishing))
            {
            }
        });

        // After a failure too: what the worker holds of its groups would else be read by nobody.
        Guard(Close);
    }

    private void Close()
    {
        try
        {
            worker.Dispose();
        }
        catch (Exception exception) when (exception is LogDeliveryException or LogUnavailableException)
        {
            events.Unpublished(Name, exception);
        }
    }

    /// <summary>Tells of the first failure, which is the reason of any later one.</summary>
    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (!hasFailed)
            {
                hasFailed = true;
                events.Failed(Name, exception);
            }
        }
    }

    /// <summary>Whether there was, or may be, something to do.</summary>
    private bool Step()
    {
        try
        {
            var any = worker.Step(Wait);
            events.Reached(Name);
            if (!any)
            {
                stopping.Token.WaitHandle.WaitOne(Rest);
            }

            return any;
        }
        catch (LogUnavailableException exception)
        {
            events.Unreachable(Name, exception);
            stopping.Token.WaitHandle.WaitOne(Wait);
            return true;
        }
    }
}
