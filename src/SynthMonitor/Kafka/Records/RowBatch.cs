using SynthMonitor.Data.Tables;

namespace SynthMonitor.Kafka.Records;

/// <summary>
/// Rows of one source partition that fell to one <c>rows</c> partition, in order of offset: typed raw values and where each came from.
/// </summary>
public sealed record RowBatch
{
    /// <summary>The monitor.</summary>
    public required string Monitor { get; init; }

    /// <summary>The epoch in which they were read.</summary>
    public required int Epoch { get; init; }

    /// <summary>The source partition.</summary>
    public required SourcePartition Source { get; init; }

    /// <summary>Origin offsets, rising.</summary>
    public required long[] Offsets { get; init; }

    /// <summary>Event times, milliseconds.</summary>
    public required long[] Times { get; init; }

    /// <summary>For each row the greatest event time before it in its chunk; <see cref="long.MinValue"/> where there is none.</summary>
    public required long[] EarlierTimes { get; init; }

    /// <summary>Row keys.</summary>
    public required string[] Keys { get; init; }

    /// <summary>Model versions (features only).</summary>
    public string[] Models { get; init; } = [];

    /// <summary>Scores (features only); <see cref="Number.Missing"/> where there is none.</summary>
    public double[] Scores { get; init; } = [];

    /// <summary>Raw feature values (features only).</summary>
    public Table? Features { get; init; }

    /// <summary>Labels as text (labels only).</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>The number of rows.</summary>
    public int Rows => Offsets.Length;
}
