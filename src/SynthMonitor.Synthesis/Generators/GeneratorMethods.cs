using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>The methods by name, best first; each gives way to a simpler one where there are too few rows for it, and says so.</summary>
public static class GeneratorMethods
{
    /// <summary>The names of the methods.</summary>
    public static readonly ImmutableArray<string> Names =
        [TreeGenerator.Method, CartGenerator.Method, MarginalsGenerator.Method];

    /// <summary>Fits a generator of a method with that method's defaults.</summary>
    /// <param name="method">One of <see cref="Names"/>.</param>
    /// <param name="table">The rows to learn from.</param>
    /// <param name="options">What all methods are told.</param>
    /// <param name="progress">Told the share of the work done so far, 0 … 1, or null.</param>
    /// <param name="cancellation">Stops fitting.</param>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    /// <exception cref="InputException">The table has no rows, lacks a column, or breaks a constraint.</exception>
    public static IGenerator Fit(
        string method,
        Table table,
        GeneratorOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) => method switch
        {
            TreeGenerator.Method => TreeGenerator.Fit(table, new TreeOptions().With(options), progress, cancellation),
            CartGenerator.Method => CartGenerator.Fit(table, new CartOptions().With(options), progress, cancellation),
            MarginalsGenerator.Method => MarginalsGenerator.Fit(table, new MarginalsOptions().With(options)),
            _ => throw new ArgumentException($"no method is named '{method}'", nameof(method)),
        };

    /// <summary>The same method's options, with what all methods are told taken from others.</summary>
    internal static T With<T>(this T own, GeneratorOptions common)
        where T : GeneratorOptions => own with
        {
            Target = common.Target,
            First = common.First,
            Constraints = common.Constraints,
            Codebook = common.Codebook,
            Threads = common.Threads,
        };
}
