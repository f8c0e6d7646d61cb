using SynthMonitor.Ingest;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Ingest;

/// <summary>Ingest on a log: where it starts, what it commits when, and how it goes over from owner to owner and from epoch to epoch.</summary>
public sealed class IngestWorkerTests : IDisposable
{
    private readonly SampleLog log = new(maximumRecords: 100);
    private readonly List<IngestWorker> workers = [];

    public void Dispose()
    {
        workers.ForEach(worker => worker.Abandon());
        log.Dispose();
    }

    [Fact]
    public void Nothing_is_read_before_an_epoch_has_begun()
    {
        Append(0, 3);
        var worker = New();
        SampleLog.Settle(worker);
        Assert.Null(worker.Epoch);
        log.Begin(SampleEpoch.Start());
        SampleLog.Settle(worker);
        Assert.Equal(1, worker.Epoch);
    }

    [Fact]
    public void The_first_offset_is_committed_before_the_first_read_and_then_chunk_by_chunk()
    {
        log.Begin(SampleEpoch.Start());
        var worker = New(batch: 1);
        worker.Step(TimeSpan.Zero);
        Assert.Equal([0, 0], Commits("loans.1"));
        Append(0, 40);
        SampleLog.Settle(worker);
        Assert.Equal([32, 0], Commits("loans.1"));
    }

    [Fact]
    public void Where_the_log_begins_inside_a_chunk_the_next_one_is_the_first_and_the_rest_is_told()
    {
        Append(0, 201);
        Assert.Equal(101, log.Embedded.Start(SampleLog.Features(0)));
        log.Begin(SampleEpoch.Start());
        var worker = New();
        SampleLog.Settle(worker);
        Stop(worker);
        var first = log.Chunks().First(chunk => chunk.Source == SampleEpoch.Features(0));
        Assert.Equal((128, 27), (first.Start, first.Skipped));
        Assert.Equal(192, Commits("loans.1")[0]);
    }

    [Fact]
    public void Where_the_first_chunk_lies_beyond_the_end_what_comes_before_it_is_passed_over()
    {
        Append(0, 201);
        log.Epochs["digest"] = SampleEpoch.With(epoch => epoch with { ChunkRecords = 256 });
        log.Begin(SampleEpoch.Start());
        var worker = New(idleAfter: TimeSpan.FromSeconds(30));
        SampleLog.Settle(worker);
        log.Time.Advance(TimeSpan.FromMinutes(1));
        SampleLog.Settle(worker);
        Assert.Contains(log.Chunks(), chunk => chunk is { Start: 256, UpTo: 256, Idle: true, Skipped: 155 });
        Append(0, 60);
        SampleLog.Settle(worker);
        Stop(worker);
        Assert.Contains(log.Chunks(), chunk => chunk is { Start: 256, UpTo: 261, Counts.Consumed: 5 });
        Assert.DoesNotContain(log.Chunks(), chunk => chunk.Start == 0 && chunk.Source == SampleEpoch.Features(0));
    }

    [Fact]
    public void What_was_read_is_published_when_the_worker_stops_and_read_again_by_the_next()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 10);
        var worker = New();
        SampleLog.Settle(worker);
        Stop(worker);
        Assert.Contains(log.Chunks(), chunk => chunk is { Start: 0, UpTo: 10, Closed: false } && chunk.Source == SampleEpoch.Features(0));
        Append(0, 30);
        var next = New();
        SampleLog.Settle(next);
        Stop(next);
        Assert.Equal(32, log.Chunks().Where(chunk => chunk is { Start: 0, Closed: true }).Max(chunk => chunk.Counts.Consumed));
    }

    [Fact]
    public void A_second_member_takes_over_where_the_first_has_published_to()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 10);
        Append(1, 10);
        var first = New();
        SampleLog.Settle(first);
        var second = New();
        SampleLog.Settle(first, second);
        Append(1, 30);
        SampleLog.Settle(first, second);
        Stop(first);
        Stop(second);
        var chunks = log.Chunks().Where(chunk => chunk.Source == SampleEpoch.Features(1)).ToList();
        Assert.Contains(chunks, chunk => chunk is { UpTo: 10, Closed: false });
        Assert.Contains(chunks, chunk => chunk is { UpTo: 32, Closed: true } && chunk.Counts.Consumed == 32);
    }

    [Fact]
    public void A_delivery_error_discards_the_producer_and_reads_again_from_the_commits()
    {
        log.Begin(SampleEpoch.Start());
        var worker = New();
        SampleLog.Settle(worker);
        log.Log.IsBroken = true;
        Append(0, 40);
        Assert.True(worker.Step(TimeSpan.Zero));
        Assert.Empty(log.Chunks());
        Assert.Equal([0, 0], Commits("loans.1"));
        log.Log.IsBroken = false;
        SampleLog.Settle(worker);
        Assert.Equal([32, 0], Commits("loans.1"));
        Assert.Contains(log.Chunks(), chunk => chunk is { Start: 0, Closed: true } && chunk.Counts.Consumed == 32);
    }

    [Fact]
    public void A_worker_that_fails_publishes_nothing_of_what_it_had_begun()
    {
        log.Begin(SampleEpoch.Start());
        var worker = New();
        SampleLog.Settle(worker);
        log.Log.Fault = new InvalidOperationException("a fault of our own");
        log.Log.IsBroken = true;
        Append(0, 40);
        Assert.Throws<InvalidOperationException>(() => worker.Step(TimeSpan.Zero));
        log.Log.IsBroken = false;
        worker.Dispose();
        Assert.Empty(log.Chunks());
        Assert.Equal([0, 0], Commits("loans.1"));
    }

    [Fact]
    public void A_new_epoch_is_a_group_of_its_own_that_starts_where_it_is_told()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 70);
        var worker = New();
        SampleLog.Settle(worker);
        log.Epochs["second"] = SampleEpoch.With(epoch => epoch with { Number = 2 });
        log.Begin(new EpochStart(SampleEpoch.Monitor, 2, "second", null, [new SourceStart(SampleEpoch.Features(0), 32, long.MinValue)]));
        SampleLog.Settle(worker);
        Assert.Equal(2, worker.Epoch);
        Stop(worker);
        Assert.Equal([64, 0], Commits("loans.1"));
        Assert.Equal([64, 0], Commits("loans.2"));
        Assert.Contains(Second(), chunk => chunk is { Start: 32, Closed: true });
        Assert.DoesNotContain(Second(), chunk => chunk.Start < 32 && chunk.Source == SampleEpoch.Features(0));
    }

    [Fact]
    public void A_delivery_error_on_the_way_to_a_new_epoch_does_not_stop_the_role()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 10);
        var worker = New();
        SampleLog.Settle(worker);
        Append(0, 1);
        worker.Step(TimeSpan.Zero);
        log.Epochs["second"] = SampleEpoch.With(epoch => epoch with { Number = 2 });
        log.Begin(new EpochStart(SampleEpoch.Monitor, 2, "second", null, []));
        log.Log.IsBroken = true;
        worker.Step(TimeSpan.Zero);
        log.Log.IsBroken = false;
        SampleLog.Settle(worker);
        Assert.Equal(2, worker.Epoch);
        Stop(worker);
        Assert.Contains(Second(), chunk => chunk is { Start: 0, UpTo: 11 });
    }

    [Fact]
    public void A_partition_is_idle_when_its_owner_has_been_at_its_end_for_long_enough()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 5);
        var worker = New(idleAfter: TimeSpan.FromSeconds(30));
        SampleLog.Settle(worker);
        log.Time.Advance(TimeSpan.FromSeconds(29));
        SampleLog.Settle(worker);
        Assert.DoesNotContain(log.Chunks(), chunk => chunk.Idle);
        log.Time.Advance(TimeSpan.FromSeconds(1));
        SampleLog.Settle(worker);
        var idle = log.Chunks().Where(chunk => chunk.Idle).ToList();
        Assert.Equal(4, idle.Count);
        Assert.Equal([5, 0], idle.Where(chunk => chunk.Source.Kind == SourceKind.Features).OrderBy(chunk => chunk.Source).Select(chunk => chunk.UpTo));
        log.Time.Advance(TimeSpan.FromMinutes(5));
        SampleLog.Settle(worker);
        Assert.Equal(4, log.Chunks().Count(chunk => chunk.Idle));
    }

    [Fact]
    public void What_retention_took_while_it_was_away_is_a_gap_up_to_the_next_chunk()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 5);
        var worker = New();
        SampleLog.Settle(worker);
        Append(0, 300);
        SampleLog.Settle(worker);
        Stop(worker);
        var chunks = log.Chunks().Where(chunk => chunk.Source == SampleEpoch.Features(0)).ToList();
        Assert.Contains(chunks, chunk => chunk is { Start: 0, UpTo: 5 });
        Assert.Equal(224, chunks.Where(chunk => chunk.Start > 0).Min(chunk => chunk.Start));
    }

    [Fact]
    public void A_killed_worker_publishes_and_commits_nothing_more()
    {
        log.Begin(SampleEpoch.Start());
        Append(0, 5);
        var worker = New();
        SampleLog.Settle(worker);
        var before = log.Chunks().Count;
        Append(0, 20);
        worker.Consumer!.Poll(TimeSpan.Zero, 100, worker);
        worker.Abandon();
        Assert.Equal(before, log.Chunks().Count);
        Assert.Equal([0, 0], Commits("loans.1"));
    }

    [Fact]
    public void A_partition_that_is_too_far_ahead_waits_until_the_slower_ones_have_caught_up_or_are_idle()
    {
        log.Begin(SampleEpoch.Start());
        var worker = New(batch: 1, idleAfter: TimeSpan.FromSeconds(30), maximumOpenBlocks: 3);
        SampleLog.Settle(worker);
        AppendEachMinute(0, 40);
        AppendEachMinute(1, 10);
        SampleLog.Settle(worker);
        Assert.InRange(Reached(0), 12, 15);
        Assert.Equal(10, Reached(1));
        log.Time.Advance(TimeSpan.FromSeconds(30));
        SampleLog.Settle(worker);
        Assert.InRange(Reached(0), 39, 40);
    }

    [Fact]
    public void Features_do_not_wait_for_labels()
    {
        log.Begin(SampleEpoch.Start());
        var worker = New(batch: 1, maximumOpenBlocks: 3);
        SampleLog.Settle(worker);
        log.Append(SampleLog.Labels(0), SampleEpoch.LabelRecord("k0", 0));
        log.Append(SampleLog.Labels(1), SampleEpoch.LabelRecord("k1", 0));
        AppendEachMinute(0, 40);
        AppendEachMinute(1, 40);
        SampleLog.Settle(worker);
        Assert.InRange(Reached(0), 39, 40);
    }

    private long Reached(int partition) =>
        log.Chunks().Where(chunk => chunk.Source == SampleEpoch.Features(partition)).Select(chunk => chunk.UpTo).DefaultIfEmpty(0).Max();

    private void AppendEachMinute(int partition, int records)
    {
        for (var record = 0; record < records; record++)
        {
            log.Append(SampleLog.Features(partition), SampleEpoch.FeatureRecord($"k{record}", record * 60));
        }
    }

    private List<ChunkRecord> Second() => [.. log.Chunks().Where(chunk => chunk.Epoch == 2)];

    private IngestWorker New(int batch = 10_000, TimeSpan? idleAfter = null, int maximumOpenBlocks = 64)
    {
        var worker = new IngestWorker(
            log.Log, log.Topics, log, SampleEpoch.Monitor, new IngestSettings(idleAfter ?? TimeSpan.FromDays(1), TimeSpan.Zero, batch, maximumOpenBlocks), log.Time);
        workers.Add(worker);
        return worker;
    }

    private void Stop(IngestWorker worker)
    {
        workers.Remove(worker);
        worker.Dispose();
    }

    private void Append(int partition, int records)
    {
        for (var record = 0; record < records; record++)
        {
            log.Append(SampleLog.Features(partition), SampleEpoch.FeatureRecord($"k{record}", 1));
        }
    }

    private long?[] Commits(string group)
    {
        using var member = log.Embedded.Join(group, []);
        return [member.Committed(SampleLog.Features(0)), member.Committed(SampleLog.Features(1))];
    }
}
