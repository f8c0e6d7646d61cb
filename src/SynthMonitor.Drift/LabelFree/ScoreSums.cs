using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// What <see cref="Cbpe"/> needs of a block's rows, as whole numbers: for each of 4,096 score bins and either prediction the rows, Σ p and
/// Σ p(1 − p), the sums in units of 2⁻³². They merge and subtract in any order to the same bits. Bins are equal in <c>arcsin √score</c>,
/// so that rare events keep their order. The confusion matrix is exact to 2⁻³³ a row; what ranks is within 10⁻⁴ where scores spread over bins.
/// </summary>
public sealed class ScoreSums : IEquatable<ScoreSums>
{
    /// <summary>The score bins.</summary>
    public const int Bins = 4096;

    private const int Cells = 2 * Bins;
    private const double Unit = 1L << 32;

    private readonly long[] rows = new long[Cells];
    private readonly long[] sums = new long[Cells];
    private readonly long[] variances = new long[Cells];

    /// <summary>The number of rows.</summary>
    public long Rows => rows.Sum();

    /// <summary>Σ p(1 − p): the variance of the number of right predictions (Poisson binomial).</summary>
    public double Variance => variances.Sum() / Unit;

    /// <summary>The expected confusion matrix.</summary>
    public Confusion Confusion
    {
        get
        {
            var (negatives, positives) = (Sum(sums.AsSpan(0, Bins)) / Unit, Sum(sums.AsSpan(Bins)) / Unit);
            return new(positives, Sum(rows.AsSpan(Bins)) - positives, negatives, Sum(rows.AsSpan(0, Bins)) - negatives);
        }
    }

    /// <summary>The expected area under the curve, rows of one bin being tied.</summary>
    public Estimate RocAuc => RankingMetrics.RocAuc(Descending());

    /// <summary>The expected average precision.</summary>
    public Estimate AveragePrecision => RankingMetrics.ExpectedAveragePrecision(Descending());

    /// <summary>Counts a row.</summary>
    /// <param name="score">The model's score; clipped to 0 … 1.</param>
    /// <param name="probability">The chance of the row to be positive; 0 … 1.</param>
    /// <param name="isPredicted">Whether it was predicted positive.</param>
    /// <exception cref="ArgumentException">The score is NaN or the probability outside of 0 … 1.</exception>
    public void Add(double score, double probability, bool isPredicted)
    {
        if (double.IsNaN(score) || probability is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"the score {score} with the probability {probability}");
        }

        var cell = BinOf(score) + (isPredicted ? Bins : 0);
        rows[cell]++;
        sums[cell] += (long)Math.Round(probability * Unit);
        variances[cell] += (long)Math.Round(probability * (1 - probability) * Unit);
    }

    /// <summary>Adds the rows of another.</summary>
    public void Add(ScoreSums other) => Combine(other, 1);

    /// <summary>Takes away rows that were added before.</summary>
    public void Subtract(ScoreSums other) => Combine(other, -1);

    /// <summary>The bin of a score: <c>(int)(4096 · (2/π) arcsin √score)</c>, 1 in the last.</summary>
    public static int BinOf(double score) => Math.Min((int)(Math.Asin(Math.Sqrt(Math.Clamp(score, 0, 1))) * (2 / Math.PI) * Bins), Bins - 1);

    /// <summary>Writes the sums; cells that hold nothing take no bytes.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteCount(Cells - rows.AsSpan().Count(0L));
        var previous = 0;
        for (var cell = 0; cell < Cells; cell++)
        {
            if (rows[cell] != 0)
            {
                writer.WriteCount(cell - previous);
                writer.WriteSigned(rows[cell]);
                writer.WriteSigned(sums[cell]);
                writer.WriteSigned(variances[cell]);
                previous = cell;
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no such sums.</exception>
    public static ScoreSums Read(PayloadReader reader)
    {
        var (read, cell) = (new ScoreSums(), 0L);
        for (var left = reader.ReadCountOf(4); left > 0; left--)
        {
            cell += reader.ReadCount();
            if (cell >= Cells)
            {
                throw reader.Fault($"the cell {cell}", $"below {Cells}");
            }

            (read.rows[cell], read.sums[cell], read.variances[cell]) = (reader.ReadSigned(), reader.ReadSigned(), reader.ReadSigned());
        }

        return read;
    }

    /// <inheritdoc/>
    public bool Equals(ScoreSums? other) => other is not null
        && rows.AsSpan().SequenceEqual(other.rows) && sums.AsSpan().SequenceEqual(other.sums) && variances.AsSpan().SequenceEqual(other.variances);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreSums);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, sums.Sum());

    private IEnumerable<RankedGroup> Descending()
    {
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            if (rows[bin] + rows[Bins + bin] is > 0 and var count)
            {
                yield return new(count, (sums[bin] + sums[Bins + bin]) / Unit);
            }
        }
    }

    private void Combine(ScoreSums other, int sign)
    {
        for (var cell = 0; cell < Cells; cell++)
        {
            rows[cell] += sign * other.rows[cell];
            sums[cell] += sign * other.sums[cell];
            variances[cell] += sign * other.variances[cell];
        }
    }

    private static long Sum(ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
