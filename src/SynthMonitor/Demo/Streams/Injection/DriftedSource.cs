using SynthMonitor.Data;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>Puts an injected drift into a source.</summary>
public static class DriftedSource
{
    /// <summary>
    /// A source whose first rows, the reference, and those up to the drift are as in <paramref name="source"/> (but for a slice kept out
    /// for later), and whose later rows are changed.
    /// </summary>
    /// <param name="source">The rows, none of them read yet.</param>
    /// <param name="injection">What changes, and from which row after the reference on.</param>
    /// <param name="referenceRows">The number of rows of the reference, from which slices and features are chosen. At least 1.</param>
    /// <param name="seed">Chooses the rows that are left out.</param>
    /// <returns>
    /// The source and a sentence for people that says what changes. Rows are thinned and never repeated, so a source that ends yields
    /// fewer rows than before; how many is known at once, as its <see cref="IDemoSource.Rows"/>.
    /// </returns>
    /// <exception cref="InputException">The rows offer nothing to change in this way, or end before the drift.</exception>
    public static (IDemoSource Source, string Description) Create(
        IDemoSource source, DriftInjection injection, int referenceRows, ulong seed)
    {
        if (injection.Kind == DriftKind.None)
        {
            return (source, "nothing");
        }

        if (source.Rows is { } rows)
        {
            return InFile(source, source.Read((int)rows), injection, referenceRows, seed);
        }

        var sample = source.Read(referenceRows);
        var change = Choose(injection.Kind, source, sample);
        return (new InjectedSource(source, sample, change, referenceRows + injection.Row, seed), change.ToString()!);
    }

    private static (IDemoSource Source, string Description) InFile(
        IDemoSource source, Table rows, DriftInjection injection, int referenceRows, ulong seed)
    {
        var change = Choose(injection.Kind, source, rows.Slice(0, referenceRows));
        var firstDrifted = referenceRows + injection.Row;
        var changed = new InjectedSource(source, rows, change, firstDrifted, seed).Read(rows.Rows);
        if (changed.Rows <= firstDrifted)
        {
            throw new InputException(
                null, null, null, $"drift '{injection}' after {referenceRows} rows of reference, but the stream has only {changed.Rows} rows",
                $"a drift at row {Math.Max(0, changed.Rows - referenceRows - 1)} or before");
        }

        return (new TableSource(changed, source.Target, source.Positive, source.Negative), change.ToString()!);
    }

    private static IRowChange Choose(DriftKind kind, IDemoSource source, Table sample)
    {
        var labels = Labels.Of(sample, source.Target, source.Positive);
        if (!labels.Contains(true) || !labels.Contains(false))
        {
            throw new InputException(null, null, source.Target, $"one class only in the {labels.Length} reference rows", "both classes");
        }

        Slice Slice(double minimum, double maximum) => SliceChoice.Choose(sample, labels, minimum, maximum)
            ?? throw new InputException(
                null, null, null, $"no category or range that holds {minimum:P0} to {maximum:P0} of the reference rows",
                "a categorical or numeric feature that can be cut so");
        return kind switch
        {
            DriftKind.Covariate => new CovariateChange(sample, labels),
            DriftKind.Concept => new ConceptChange(Slice(ConceptChange.MinimumShare, ConceptChange.MaximumShare)),
            DriftKind.NewSlice => new NewSliceChange(Slice(NewSliceChange.MinimumShare, NewSliceChange.MaximumShare)),
            _ => new LabelShiftChange(labels, source.Target, source.Positive),
        };
    }
}
