using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Embedded;

/// <summary>The conformance tests' log in memory.</summary>
public sealed class EmbeddedLogUnderTest : LogUnderTest
{
    private const int MaximumRecords = 1000;

    /// <inheritdoc/>
    public override ILog Log { get; } = new EmbeddedLog(TimeProvider.System, maximumRecords: MaximumRecords);

    /// <inheritdoc/>
    public override ILogConsumer JoinExpendable(string group, IReadOnlyList<string> topics) => Log.Join(group, topics);

    /// <inheritdoc/>
    public override void Expire(ILogConsumer member) => ((EmbeddedConsumer)member).Expire(polls: 0);

    /// <inheritdoc/>
    public override void DropOldest(TopicPartition partition) => Append(partition, Enumerable.Repeat("later", (2 * MaximumRecords) + 1));
}
