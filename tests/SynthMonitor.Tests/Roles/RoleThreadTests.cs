using SynthMonitor.Data;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Roles;

namespace SynthMonitor.Tests.Roles;

/// <summary>The thread of a role: when it goes on, when it stops, and what it leaves behind.</summary>
public sealed class RoleThreadTests
{
    [Fact]
    public void A_failed_worker_is_told_once_with_its_reason_and_gives_up_what_it_holds()
    {
        using var events = new RecordingRoleEvents();
        using var worker = new Worker(_ => throw new InputException("profiles", null, null, "version 9", "version 1"), failsToClose: true);
        var role = new RoleThread("analyze", worker, events);
        Assert.Contains("version 9", events.Failure().Message, StringComparison.Ordinal);
        role.Dispose();
        Assert.True(worker.IsClosed);
        Assert.Single(events.Failures);
    }

    [Fact]
    public void While_the_log_is_away_the_step_is_tried_again()
    {
        using var events = new RecordingRoleEvents();
        using var worker = new Worker(step => step < 3 ? throw new LogUnavailableException("away") : true);
        using (new RoleThread("ingest", worker, events))
        {
            events.AwaitUnreachable();
            Assert.True(SpinWait.SpinUntil(() => worker.Steps > 3, TimeSpan.FromSeconds(60)), "the step is not tried again");
        }

        Assert.True(worker.IsClosed);
        Assert.Empty(events.Failures);
    }

    [Fact]
    public void What_cannot_be_published_when_it_stops_is_told_and_is_no_failure()
    {
        using var events = new RecordingRoleEvents();
        using var worker = new Worker(_ => true, failsToClose: true);
        using (var role = new RoleThread("join", worker, events))
        {
            role.Stop();
        }

        Assert.Contains("cannot be flushed", Assert.Single(events.Leftovers).Message, StringComparison.Ordinal);
        Assert.Empty(events.Failures);
    }

    [Fact]
    public void To_finish_is_to_do_what_there_is_to_do()
    {
        using var events = new RecordingRoleEvents();
        using var worker = new Worker(step => step < 20);
        using var role = new RoleThread("join", worker, events);
        role.Finish();
        Assert.True(worker.Steps >= 20);
        Assert.True(worker.IsClosed);
    }

    [Fact]
    public void The_worker_steps_and_is_disposed_on_a_thread_of_its_own_once()
    {
        using var events = new RecordingRoleEvents();
        using var worker = new Worker(_ => true);
        var role = new RoleThread("join", worker, events);
        Assert.True(SpinWait.SpinUntil(() => worker.Steps > 0, TimeSpan.FromSeconds(60)), "nothing is done");
        role.Dispose();
        role.Dispose();
        Assert.NotEqual(Environment.CurrentManagedThreadId, worker.SteppedOn);
        Assert.Equal([worker.SteppedOn], worker.ClosedOn);
    }

    private sealed class Worker(Func<int, bool> step, bool failsToClose = false) : ILogWorker
    {
        private int steps;

        public int Steps => Volatile.Read(ref steps);

        public bool IsClosed { get; private set; }

        public int SteppedOn { get; private set; }

        public List<int> ClosedOn { get; } = [];

        public bool Step(TimeSpan wait)
        {
            SteppedOn = Environment.CurrentManagedThreadId;
            return step(Interlocked.Increment(ref steps));
        }

        public void Dispose()
        {
            ClosedOn.Add(Environment.CurrentManagedThreadId);
            var isFirst = !IsClosed;
            IsClosed = true;
            if (failsToClose && isFirst)
            {
                throw new LogDeliveryException("cannot be flushed");
            }
        }
    }
}
