using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Commands.Replay;

/// <summary><c>replay</c>: feeds a file into Kafka.</summary>
internal sealed class ReplayCommand : ConsoleCommand
{
    private readonly Argument<string> data = DataArgument.Create("The rows to feed, in the order of the file.");
    private readonly Option<string> servers = new("--bootstrap-servers")
    {
        Description = "Brokers to start from, host:port separated by commas.", HelpName = "B", Required = true,
    };

    private readonly Option<string> topic = new("--topic") { Description = "The topic to append to; created if it is not there.", HelpName = "T", Required = true };
    private readonly Option<double?> rate = new("--rate") { Description = "Rows per second; as fast as can be if not given.", HelpName = "N" };
    private readonly Option<string?> key = new("--key")
    {
        Description = "The column whose value is the record's key and says its partition. Without it records have no key and take the partitions in turn.",
        HelpName = "C",
    };

    private readonly Option<string?> eventTime = new("--time")
    {
        Description = "The column of event times: written in ISO 8601. The Kafka timestamp stays the time of appending.", HelpName = "C",
    };

    private readonly Option<int?> partitions = new("--partitions") { Description = "The partitions that a topic is created with (1).", HelpName = "N" };
    private readonly Func<string, Terminal, ILog> connect;
    private readonly TimeProvider time;

    /// <summary>Creates the command.</summary>
    /// <param name="connect">Opens the log of some brokers.</param>
    /// <param name="time">Measures the rate.</param>
    public ReplayCommand(Func<string, Terminal, ILog> connect, TimeProvider time)
        : base(
            "replay",
            "Feeds a file into a Kafka topic, a JSON record for each row.",
            new Example("Feeds loan applications at 500 rows a second, keyed by their number",
                "replay loans.csv.gz --bootstrap-servers localhost:9092 --topic loans.features --key id --time ts --rate 500"),
            new Example("Feeds their labels into a topic of its own", "replay labels.csv --bootstrap-servers localhost:9092 --topic loans.labels --key id --time ts"))
    {
        this.connect = connect;
        this.time = time;
        Positive(rate);
        AtLeast(partitions, 1);
        Add(data);
        Add(servers);
        Add(topic);
        Add(key);
        Add(eventTime);
        Add(rate);
        Add(partitions);
    }

    /// <inheritdoc/>
    protected override async Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var table = DataArgument.Read(arguments.GetRequiredValue(data), Overrides(arguments), cancellation);
        using var log = connect(arguments.GetRequiredValue(servers), terminal);
        var name = arguments.GetRequiredValue(topic);
        var count = await new TopicPreparation(log, time).Prepare(name, arguments.GetValue(partitions), cancellation);
        var feed = new TopicFeed(log, name, count, arguments.GetValue(key));
        var start = time.GetTimestamp();
        var rows = terminal.Progress(
            $"feeding {table.Rows:N0} rows", progress => feed.Append(table, new Pace(arguments.GetValue(rate), time), progress, cancellation));
        terminal.Line($"{rows:N0} rows to {name} ({count} partitions) in {time.GetElapsedTime(start).TotalSeconds:F1} s");
        cancellation.ThrowIfCancellationRequested();
        return ExitCode.Done;
    }

    private SchemaOverrides Overrides(ParseResult arguments)
    {
        var overrides = SchemaOverrides.None;
        if (arguments.GetValue(key) is { } keyColumn)
        {
            overrides = overrides.WithRole(keyColumn, ColumnRole.Key);
        }

        return arguments.GetValue(eventTime) is { } timeColumn
            ? overrides.With(new ColumnOverride(timeColumn, ColumnKind.Datetime, ColumnRole.Time))
            : overrides;
    }
}
