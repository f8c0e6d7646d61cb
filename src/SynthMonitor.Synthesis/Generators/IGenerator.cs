using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>Makes synthetic rows like those it was fitted on; immutable, safe to use from several threads.</summary>
public interface IGenerator
{
    /// <summary>The columns of the rows, as they were when it was fitted.</summary>
    Schema Schema { get; }

    /// <summary>The method by which it was fitted, such as <c>cart</c>.</summary>
    string Method { get; }

    /// <summary>Why a simpler method was fitted than the one asked for, or null where it was not.</summary>
    string? FallbackReason { get; }

    /// <summary>Draws rows. The same request gives the same rows, whatever the number of threads.</summary>
    /// <param name="request">How many rows, and which.</param>
    /// <param name="progress">Told the number of rows done so far, or null.</param>
    /// <param name="cancellation">Stops drawing.</param>
    /// <exception cref="InputException">No row can meet the conditions; the message says which of them have no support.</exception>
    SampledRows Draw(SampleRequest request, IProgress<long>? progress = null, CancellationToken cancellation = default);

    /// <summary>
    /// Fills the empty cells of rows, each from its distribution given the cells of its row that are not empty; those stay as they are.
    /// </summary>
    /// <param name="partial">The rows; columns that it lacks are all empty.</param>
    /// <param name="seed">Another seed fills in other values.</param>
    /// <param name="threads">The most threads to use, at least 1; null means one for each processor.</param>
    /// <param name="progress">Told the number of rows done so far, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A row cannot be filled such that it meets the constraints.</exception>
    Table Complete(
        Table partial, ulong seed, int? threads = null, IProgress<long>? progress = null, CancellationToken cancellation = default);

    /// <summary>
    /// How probable rows are: the logarithm of the probability of their cells (a number counts as its cell, so that rows of different
    /// generators do not compare); negative infinity where a value cannot be drawn. Keys and texts do not count.
    /// </summary>
    /// <param name="rows">Rows with the columns that the generator models.</param>
    /// <param name="threads">The most threads to use, at least 1; null means one for each processor.</param>
    /// <param name="cancellation">Stops the work.</param>
    double[] LogProbabilities(Table rows, int? threads = null, CancellationToken cancellation = default);

    /// <summary>Writes the generator; <see cref="GeneratorFile"/> reads it again.</summary>
    void Write(PayloadWriter writer);
}
