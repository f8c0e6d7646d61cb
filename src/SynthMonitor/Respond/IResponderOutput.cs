using System.Collections.Immutable;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>What a responder needs of the world.</summary>
internal interface IResponderOutput
{
    /// <summary>The time that events bear.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The name of this process in events.</summary>
    string Process { get; }

    /// <summary>Proposes a transition.</summary>
    void Append(EventRecord record);

    /// <summary>A transition has happened.</summary>
    void Happened(EventRecord record);

    /// <summary>The end offsets of the <c>rows</c> partitions now.</summary>
    ImmutableArray<long> RowEnds();

    /// <summary>An epoch that has begun.</summary>
    (string Digest, Epoch Epoch) EpochOf(int number);

    /// <summary>Asks for an epoch, unless it or a later one has begun.</summary>
    void RequestEpoch(int number, string digest);
}
