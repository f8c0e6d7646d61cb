using System.Text;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class RespondWorkerTests
{
    private static readonly string Trigger = IdOf(10);

    [Fact]
    public void The_first_epoch_is_asked_for_at_the_start()
    {
        using var world = new RespondWorld(hasBegun: false);
        world.Start();
        world.Rest();
        Assert.Equal(new EpochRequest(1, "configured c as 1"), Assert.Single(world.EpochRequests));
    }

    [Fact]
    public void Another_epoch_is_asked_for_where_the_configuration_differs_and_none_after_a_mere_restart()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Rest();
        Assert.Empty(world.EpochRequests);
        using var changed = new RespondWorld { Configuration = "d" };
        changed.Start();
        changed.Rest();
        Assert.Equal(new EpochRequest(2, "configured d as 2"), Assert.Single(changed.EpochRequests));
    }

    [Fact]
    public void A_command_that_cannot_be_read_is_refused_and_stops_nothing()
    {
        using var world = new RespondWorld();
        world.Start();
        var key = Encoding.UTF8.GetBytes(MonitorName);
        world.Append(RespondWorld.Topics.Commands, key, "{broken"u8.ToArray());
        world.Append(RespondWorld.Topics.Commands, key, "{}"u8.ToArray());
        world.Append(Command("1", "pause"));
        world.StepTo("1", ResponseStep.Answered);
        Assert.Equal(["refused", "refused", "paused"], world.Counted.Select(record => record.Verdict));
    }

    [Fact]
    public void Events_of_before_the_start_are_not_told_again()
    {
        using var world = new RespondWorld();
        var first = world.Start();
        world.Append(Mature(10));
        world.StepTo(Trigger, ResponseStep.Promoted);
        var told = world.Told.Count;
        first.Abandon();
        world.Rest();
        Assert.Equal(told, world.Told.Count);
        Assert.Single(world.Backend.Requests);
    }

    [Fact]
    public void The_next_owner_does_the_work_again_and_its_result_counts_once()
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Holds = true } };
        var (first, second) = (world.Start("a"), world.Start("b"));
        world.Append(Mature(10));
        world.StepUntil(() => world.Backend.Requests.Count == 1);
        foreach (var worker in new[] { first, second })
        {
            (worker.Consumer as EmbeddedConsumer)!.Expire(polls: 0);
        }

        world.StepUntil(() => world.Backend.Requests.Count == 2);
        Assert.True(SpinWait.SpinUntil(() => world.Backend.Stopped == 1, TimeSpan.FromSeconds(60)));
        while (world.Backend.Release())
        {
        }

        world.StepTo(Trigger, ResponseStep.Promoted);
        Assert.Single(world.Counted, record => record.Step == ResponseStep.Judged);
    }

    [Fact]
    public void A_watch_goes_on_after_a_restart()
    {
        using var world = new RespondWorld();
        var first = world.Start();
        world.Append(Mature(10));
        world.StepTo(Trigger, ResponseStep.Promoted);
        world.Append(Outcomes(2, 50, labels: 100, errors: 10), Outcomes(2, 51, labels: 100, errors: 10));
        world.Rest();
        first.Abandon();
        world.Append(Outcomes(2, 52, labels: 100, errors: 10), Outcomes(2, 53, labels: 100, errors: 10));
        Assert.Equal(53, world.StepTo(Trigger, ResponseStep.Settled).Block);
    }

    [Fact]
    public void Disposing_stops_the_work_that_runs()
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Holds = true } };
        world.Start();
        world.Append(Mature(10));
        world.StepUntil(() => !world.Backend.Requests.IsEmpty);
        world.Dispose();
        Assert.True(SpinWait.SpinUntil(() => world.Backend.Stopped == 1, TimeSpan.FromSeconds(60)));
    }

    /// <summary>Kills, expired sessions and appends that arrive late, at every point and in every order, change no outcome.</summary>
    [Fact]
    public void No_kill_zombie_or_late_append_answers_a_trigger_twice_or_never()
    {
        for (var seed = 1UL; seed <= 150; seed++)
        {
            using var world = new RespondWorld(holdAppends: true) { Backend = new ScriptedBackend { Holds = true } };
            Check(world, seed);
        }
    }

    private static void Check(RespondWorld world, ulong seed)
    {
        var random = new KeyedRandom(seed);
        RespondWorker[] workers = [world.Start("a"), world.Start("b")];
        var incidents = new Queue<IncidentRecord>([Raised(10), Mature(10), Raised(12), Mature(12), Mature(10)]);
        for (var act = 0; act < 120; act++)
        {
            Act(world, workers[random.Next(2)], incidents, ref random);
        }

        world.Append([.. incidents]);
        world.StepUntil(
            () =>
            {
                world.Backend.Release();
                return world.Counted.Exists(record => record.Step == ResponseStep.Promoted) && world.Counted.Exists(record => record.Step == ResponseStep.Suppressed);
            });
        world.Rest();

        var counted = world.Counted;
        var promoted = Assert.Single(counted, record => record.Step == ResponseStep.Promoted);
        var judged = Assert.Single(counted, record => record.Step == ResponseStep.Judged);
        Assert.Single(counted, record => record.Step == ResponseStep.Confirmed);
        Assert.Single(counted, record => record.Step == ResponseStep.Suppressed);
        Assert.Equal((judged.Trigger, judged.Digests!["model"]), (promoted.Trigger, promoted.Digests!["model"]));

        // Owners go by what they have read back and not by what they did themselves: nobody ever proposed another model.
        Assert.All(world.Events.Where(record => record.Step == ResponseStep.Promoted), record => Assert.Equal(judged.Digests["model"], record.Digests!["model"]));
        Assert.Equal(new EpochRequest(2, judged.Digests["epoch"]), Assert.Single(world.EpochRequests.Distinct()));
        Assert.Equal(judged.Digests["model"], world.Aliases?.Champion);
    }

    private static void Act(RespondWorld world, RespondWorker worker, Queue<IncidentRecord> incidents, ref KeyedRandom random)
    {
        switch (random.Next(32))
        {
            case < 4:
                if (incidents.TryDequeue(out var incident))
                {
                    world.Append(incident);
                }

                break;
            case < 18:
                worker.Step(TimeSpan.Zero);
                break;
            case < 24:
                if (worker.Producer is EmbeddedProducer { HeldPartitions: > 0 } producer)
                {
                    producer.Deliver(random.Next(producer.HeldPartitions));
                }

                break;
            case < 28:
                world.Backend.Release();
                break;
            case < 30:
                worker.Abandon();
                break;
            default:
                (worker.Consumer as EmbeddedConsumer)?.Expire(random.Next(6));
                break;
        }
    }
}
