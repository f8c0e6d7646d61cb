using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>Shorter ways to draw from a generator.</summary>
public static class GeneratorExtensions
{
    /// <summary>Draws rows on all processors.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="seed">Another seed gives other rows.</param>
    /// <param name="conditions">What the rows must meet, or null.</param>
    /// <param name="progress">Told the number of rows done so far, or null.</param>
    /// <param name="cancellation">Stops drawing.</param>
    /// <exception cref="InputException">No row can meet the conditions.</exception>
    public static Table Sample(
        this IGenerator generator,
        int rows,
        ulong seed,
        ConditionSet? conditions = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default) =>
        generator.Draw(new SampleRequest(rows, seed, conditions), progress, cancellation).Table;
}
