namespace SynthMonitor.Drift.LabelFree;

/// <summary>Rows that a model of several classes has judged; classes are numbers from 0.</summary>
public sealed class MulticlassRows
{
    private readonly ReadOnlyMemory<double>[] scores;
    private readonly ReadOnlyMemory<int> predictions;
    private readonly ReadOnlyMemory<int>? labels;

    /// <summary>Rows, column by column.</summary>
    /// <param name="scores">For each class the scores of all rows, finite; of a row they sum to 1 or nearly so.</param>
    /// <param name="predictions">The class that was predicted for each.</param>
    /// <param name="labels">The class of each, or null where that is not known.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two classes, the lengths differ, a score is not finite, or a class is none of these.
    /// </exception>
    public MulticlassRows(IReadOnlyList<ReadOnlyMemory<double>> scores, ReadOnlyMemory<int> predictions, ReadOnlyMemory<int>? labels = null)
    {
        (this.scores, this.predictions, this.labels) = ([.. scores], predictions, labels);
        if (scores.Count < 2 || scores.Any(column => column.Length != Count) || (labels is { } known && known.Length != Count))
        {
            throw new ArgumentException($"{scores.Count} classes for {Count} predictions and {labels?.Length} labels: lengths differ, or too few");
        }

        if (!AreClasses(predictions.Span) || !AreClasses((labels ?? default).Span))
        {
            throw new ArgumentException($"a class that is none of 0 … {Classes - 1}");
        }

        if (scores.Any(column => column.Span.ContainsAny(double.NaN, double.PositiveInfinity, double.NegativeInfinity)))
        {
            throw new ArgumentException("a score that is not finite", nameof(scores));
        }
    }

    /// <summary>The number of rows.</summary>
    public int Count => predictions.Length;

    /// <summary>The number of classes.</summary>
    public int Classes => scores.Length;

    /// <summary>Whether the labels are known.</summary>
    public bool HasLabels => labels is not null;

    /// <summary>The class that was predicted for each.</summary>
    public ReadOnlySpan<int> Predictions => predictions.Span;

    /// <summary>The class of each.</summary>
    /// <exception cref="InvalidOperationException">The labels are not known.</exception>
    public ReadOnlySpan<int> Labels => (labels ?? throw new InvalidOperationException("rows without labels")).Span;

    /// <summary>The scores of a class.</summary>
    public ReadOnlySpan<double> Scores(int of) => scores[of].Span;

    /// <summary>The rows as those of one class against the rest.</summary>
    public BinaryRows Against(int one) =>
        new(scores[one], Array.ConvertAll(predictions.ToArray(), it => it == one), labels is { } known ? Is(known, one) : null);

    /// <summary>The rows in chunks of a size, the last as long as what is left.</summary>
    public IEnumerable<MulticlassRows> Chunks(int size)
    {
        for (var start = 0; start < Count; start += size)
        {
            var (from, length) = (start, Math.Min(size, Count - start));
            yield return new(
                [.. scores.Select(column => column.Slice(from, length))], predictions.Slice(from, length), labels?.Slice(from, length));
        }
    }

    private static ReadOnlyMemory<bool> Is(ReadOnlyMemory<int> labels, int one) => Array.ConvertAll(labels.ToArray(), it => it == one);

    private bool AreClasses(ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            if (value < 0 || value >= Classes)
            {
                return false;
            }
        }

        return true;
    }
}
