using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tables;

/// <summary>How a table is read from a file.</summary>
public sealed record TableReadOptions
{
    /// <summary>What is known of the columns; everything else is inferred.</summary>
    public SchemaOverrides Overrides { get; init; } = SchemaOverrides.None;

    /// <summary>The separator of a CSV file; null to find it out among comma, semicolon, tab and bar.</summary>
    public char? Separator { get; init; }

    /// <summary>The texts that stand for a missing value besides the empty one; null for those of <see cref="MissingText"/>.</summary>
    public ImmutableArray<string>? MissingMarkers { get; init; }

    /// <summary>Is told now and then how many rows were read.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Ends reading early, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The rule of missing texts.</summary>
    internal MissingText Missing => new(MissingMarkers);

    /// <summary>Tells progress and heeds cancellation, now and then.</summary>
    internal void Advance(long rows)
    {
        const int Often = 4096;
        if (rows % Often == 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
            Progress?.Report(rows);
        }
    }
}
