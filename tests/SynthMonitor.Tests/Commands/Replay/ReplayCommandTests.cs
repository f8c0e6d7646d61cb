using System.Text;
using System.Text.Json;
using SynthMonitor.Commands;
using SynthMonitor.Commands.Replay;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Commands.Replay;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly SampleFiles files = new();
    private readonly EmbeddedLog log = new(TimeProvider.System);

    [Fact]
    public async Task Rows_become_records_by_murmur2_of_their_key_in_the_order_of_the_file()
    {
        var run = await Replay(files.Loans("loans.csv", 200, 1), "--key", "id", "--time", "ts", "--partitions", "3");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("200 rows to loans (3 partitions)", run.Output);
        Assert.Equal(3, log.Partitions("loans"));
        var seen = 0;
        for (var partition = 0; partition < 3; partition++)
        {
            var last = -1;
            foreach (var (key, value) in Records(partition))
            {
                Assert.Equal(partition, Murmur2.Partition(key, 3));
                Assert.Equal(key, value.GetProperty("id").GetString());
                Assert.Equal(JsonValueKind.Number, value.GetProperty("income").ValueKind);
                Assert.Matches("^2024-01-01T0[0-3]:[0-5][0-9]:00Z$", value.GetProperty("ts").GetString());
                var row = int.Parse(key[1..]);
                Assert.True(row > last);
                last = row;
                seen++;
            }
        }

        Assert.Equal(200, seen);
    }

    [Fact]
    public async Task Without_a_key_records_take_the_partitions_in_turn()
    {
        log.Ensure(new TopicSpecification("loans", 2));
        var run = await Replay(files.Loans("loans.csv", 11, 1));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal((6, 5), (Records(0).Count, Records(1).Count));
        Assert.All(Records(0), record => Assert.Empty(record.Key));
    }

    [Fact]
    public async Task Another_number_of_partitions_is_bad_input()
    {
        log.Ensure(new TopicSpecification("loans", 2));
        var run = await Replay(files.Loans("loans.csv", 11, 1), "--partitions", "3");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("topic 'loans' has 2 partitions", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("--key", "idd", "'id'")]
    [InlineData("--time", "region", "region")]
    [InlineData("--rate", "0", "--rate 0: expected a number above 0")]
    [InlineData("--rate", "fast", "--rate fast: expected a number")]
    [InlineData("--partitions", "0", "--partitions 0: expected a whole number of at least 1")]
    public async Task Bad_options_are_bad_input(string option, string value, string found)
    {
        var run = await Replay(files.Loans("loans.csv", 20, 1), option, value);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(found, Assert.Single(run.ErrorLines));
        Assert.Null(log.Partitions("loans"));
    }

    [Fact]
    public async Task A_stop_keeps_what_was_appended()
    {
        using var source = new CancellationTokenSource();
        var command = new ReplayCommand((_, _) => new StopAfter(log, 5, source), TimeProvider.System);
        var run = await CommandRun.Of([command], source.Token, "replay", files.Loans("loans.csv", 50, 1), "--bootstrap-servers", "b", "--topic", "loans");
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal(5, Records(0).Count);
        Assert.Contains("5 rows to loans", run.Output);
    }

    public void Dispose()
    {
        log.Dispose();
        files.Dispose();
    }

    private Task<CommandRun> Replay(string data, params string[] options) => CommandRun.Of(
        [new ReplayCommand((_, _) => log, TimeProvider.System)], CancellationToken.None, ["replay", data, "--bootstrap-servers", "b", "--topic", "loans", .. options]);

    private List<(string Key, JsonElement Value)> Records(int partition)
    {
        var records = new List<(string, JsonElement)>();
        log.Read(new TopicPartition("loans", partition), 0, null, (in LogRecord record) =>
            records.Add((Encoding.UTF8.GetString(record.Key), JsonDocument.Parse(record.Value.ToArray()).RootElement)));
        return records;
    }
}
