namespace SynthMonitor.Drift.LabelFree;

/// <summary>Rows that a binary model has judged.</summary>
public sealed class BinaryRows
{
    private readonly ReadOnlyMemory<double> scores;
    private readonly ReadOnlyMemory<bool> predictions;
    private readonly ReadOnlyMemory<bool>? labels;

    /// <summary>Rows, column by column.</summary>
    /// <param name="scores">The model's scores: greater means positive. Finite.</param>
    /// <param name="predictions">Whether each was predicted positive.</param>
    /// <param name="labels">Whether each is positive, or null where that is not known.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a score is not finite.</exception>
    public BinaryRows(ReadOnlyMemory<double> scores, ReadOnlyMemory<bool> predictions, ReadOnlyMemory<bool>? labels = null)
    {
        if (predictions.Length != scores.Length || (labels is { } known && known.Length != scores.Length))
        {
            throw new ArgumentException($"{scores.Length} scores, {predictions.Length} predictions and {labels?.Length} labels");
        }

        foreach (var score in scores.Span)
        {
            if (!double.IsFinite(score))
            {
                throw new ArgumentException("a score that is not finite", nameof(scores));
            }
        }

        (this.scores, this.predictions, this.labels) = (scores, predictions, labels);
    }

    /// <summary>The number of rows.</summary>
    public int Count => scores.Length;

    /// <summary>The scores.</summary>
    public ReadOnlySpan<double> Scores => scores.Span;

    /// <summary>Whether each was predicted positive.</summary>
    public ReadOnlySpan<bool> Predictions => predictions.Span;

    /// <summary>Whether the labels are known.</summary>
    public bool HasLabels => labels is not null;

    /// <summary>Whether each is positive.</summary>
    /// <exception cref="InvalidOperationException">The labels are not known.</exception>
    public ReadOnlySpan<bool> Labels => (labels ?? throw new InvalidOperationException("rows without labels")).Span;

    /// <summary>The rows in chunks of a size, the last as long as what is left.</summary>
    public IEnumerable<BinaryRows> Chunks(int size)
    {
        for (var start = 0; start < Count; start += size)
        {
            var length = Math.Min(size, Count - start);
            yield return new(scores.Slice(start, length), predictions.Slice(start, length), labels?.Slice(start, length));
        }
    }
}
