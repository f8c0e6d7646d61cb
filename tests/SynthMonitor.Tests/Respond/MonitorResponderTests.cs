using SynthMonitor.Data;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class MonitorResponderTests
{
    private static readonly string Trigger = IdOf(10);

    [Fact]
    public void A_mature_incident_is_confirmed_judged_and_promoted_and_the_next_epoch_asked_for()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Raised(10), Mature(10));
        var promoted = world.StepTo(Trigger, ResponseStep.Promoted);

        Assert.Equal([ResponseStep.Confirmed, ResponseStep.Judged, ResponseStep.Promoted], world.Counted.Select(record => record.Step));
        Assert.Equal(world.Counted.Select(record => record.Id), world.Told.Select(record => record.Id));
        var request = Assert.Single(world.Backend.Requests);
        Assert.Equal((Trigger, "epoch-1", 13L, "first-model"), (request.Incident.Id, request.Digest, request.Block, request.Champion));
        Assert.Equal([0L, 0L, 0L], request.Offsets);
        Assert.Equal("model-1", promoted.Digests!["model"]);
        Assert.Equal(("model-1", "first-model"), world.Aliases);
        Assert.Equal(new EpochRequest(2, "epoch-1"), Assert.Single(world.EpochRequests));
    }

    [Fact]
    public void What_is_not_mature_or_resolved_already_is_not_answered()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Raised(10), Mature(20), Resolved(20), Raised(30));
        world.Rest();
        Assert.Empty(world.Counted);
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("inconclusive")]
    public void Without_a_better_candidate_the_champion_stays(string verdict)
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Verdict = verdict } };
        world.Start();
        world.Append(Mature(10));
        Assert.Equal(verdict, world.StepTo(Trigger, ResponseStep.Judged).Verdict);
        Assert.Null(world.Aliases);
        Assert.Empty(world.EpochRequests);
    }

    [Fact]
    public void A_quality_fault_never_retrains()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Mature(10, diagnosis: "quality"));
        Assert.Equal("quality-veto", world.StepTo(Trigger, ResponseStep.Suppressed).Verdict);
        Assert.Empty(world.Backend.Requests);
    }

    [Fact]
    public void A_second_incident_is_suppressed_while_a_response_runs()
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Holds = true } };
        world.Start();
        world.Append(Mature(10));
        world.StepUntil(() => !world.Backend.Requests.IsEmpty);
        world.Append(Mature(40));
        Assert.Equal("in-flight", world.StepTo(IdOf(40), ResponseStep.Suppressed).Verdict);
        Assert.Single(world.Backend.Requests);
    }

    // The verdict's block is 13, the last one that the first incident's diagnosis rests on.
    [Theory]
    [InlineData(24, ResponseStep.Suppressed)]
    [InlineData(25, ResponseStep.Confirmed)]
    public void Cooldown_is_the_raised_block_less_the_last_verdicts_block(long raised, string expected)
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Verdict = "reject" } };
        world.Start();
        world.Append(Mature(10));
        world.StepTo(Trigger, ResponseStep.Judged);
        world.Append(Mature(raised));
        var answer = world.StepTo(IdOf(raised), expected);
        Assert.Equal(expected == ResponseStep.Suppressed ? "cooldown" : null, answer.Verdict);
    }

    [Fact]
    public void An_incident_of_the_epoch_that_a_promotion_ends_is_not_answered()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Mature(10));
        world.StepTo(Trigger, ResponseStep.Promoted);
        world.Append(Mature(60));
        Assert.Equal("epoch-ended", world.StepTo(IdOf(60), ResponseStep.Suppressed).Verdict);
    }

    [Fact]
    public void A_response_whose_epoch_ends_meanwhile_fails()
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Holds = true } };
        world.Start();
        world.Append(Mature(10));
        world.StepUntil(() => !world.Backend.Requests.IsEmpty);
        world.Append(Resolved(10, reason: "epoch"));
        Assert.Contains("epoch", world.StepTo(Trigger, ResponseStep.Failed).Reasons!.Value[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_pause_resume_acknowledge_or_are_refused_once_each()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Command("1", "pause"), Command("1", "pause"), Command("2", "acknowledge"), Command("3", "promote"));
        world.StepTo("3", ResponseStep.Answered);
        Assert.Equal(["paused", "acknowledged", "refused"], world.Counted.Select(record => record.Verdict));
        Assert.Contains("promote", world.Counted[2].Reasons!.Value[0], StringComparison.Ordinal);

        world.Append(Mature(10));
        Assert.Equal("paused", world.StepTo(Trigger, ResponseStep.Suppressed).Verdict);
        world.Append(Command("4", "resume"), Command("1", "pause"));
        world.StepTo("4", ResponseStep.Answered);
        world.Append(Mature(40));
        world.StepTo(IdOf(40), ResponseStep.Confirmed);
    }

    [Fact]
    public void Work_that_fails_in_whatever_way_ends_the_response_with_the_reason()
    {
        var faults = new Exception[] { new InputException(null, null, null, "12 rows", "250"), new UnauthorizedAccessException("no"), new TaskCanceledException("late") };
        using var world = new RespondWorld { Backend = new ScriptedBackend { Fault = run => faults[run - 1] } };
        world.Start();
        foreach (var (index, fault) in faults.Index())
        {
            world.Append(Mature(100 * (index + 1)));
            var failed = world.StepTo(IdOf(100 * (index + 1)), ResponseStep.Failed);
            Assert.Contains(fault.Message, failed.Reasons!.Value[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Work_that_the_log_was_away_for_is_done_again()
    {
        var backend = new ScriptedBackend { Fault = run => run < 3 ? new LogUnavailableException("away") : null };
        using var world = new RespondWorld { Backend = backend };
        world.Start();
        world.Append(Mature(10));
        Assert.Equal("model-3", world.StepTo(Trigger, ResponseStep.Promoted).Digests!["model"]);
    }

    [Fact]
    public void A_promotion_that_proves_itself_settles()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Mature(10));
        world.StepTo(Trigger, ResponseStep.Promoted);
        world.Append([.. Enumerable.Range(50, 4).Select(block => Outcomes(2, block, labels: 100, errors: 15))]);
        Assert.Equal(53, world.StepTo(Trigger, ResponseStep.Settled).Block);
        Assert.Equal(("model-1", "first-model"), world.Aliases);
        Assert.Single(world.EpochRequests);
    }

    [Fact]
    public void A_promotion_that_disappoints_is_rolled_back_to_model_and_epoch_of_before()
    {
        using var world = new RespondWorld();
        world.Start();
        world.Append(Mature(10));
        world.StepTo(Trigger, ResponseStep.Promoted);
        world.Begin(2, "epoch-1");
        world.Append([.. Enumerable.Range(50, 4).Select(block => Outcomes(2, block, labels: 100, errors: 40))]);
        world.StepTo(Trigger, ResponseStep.RolledBack);
        Assert.Equal(("first-model", null), world.Aliases);
        Assert.Equal(new EpochRequest(3, "epoch-1 as 3"), world.EpochRequests[^1]);
    }

    [Fact]
    public void A_second_response_at_the_same_time_does_not_begin_even_where_another_owner_confirms_it()
    {
        using var world = new RespondWorld { Backend = new ScriptedBackend { Holds = true } };
        world.Start();
        world.Append(Mature(10), Raised(40));
        world.StepTo(Trigger, ResponseStep.Confirmed);
        world.Append(Mature(40));
        world.Append(Event(IdOf(40), ResponseStep.Confirmed, by: "zombie") with { Offsets = [0, 0, 0] });
        Assert.Equal("in-flight", world.StepTo(IdOf(40), ResponseStep.Suppressed).Verdict);
        Assert.DoesNotContain(world.Counted, record => record.By == "zombie");
    }
}
