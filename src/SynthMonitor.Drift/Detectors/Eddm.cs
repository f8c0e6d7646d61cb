using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Eddm"/>; the defaults are River's.</summary>
/// <param name="WarmStart">Nothing is judged before more values, and more errors, than this. At least 1.</param>
/// <param name="WarningRatio">The ratio to the greatest distance below which there is a warning. At least the drift ratio.</param>
/// <param name="DriftRatio">The ratio to the greatest distance below which there is a drift. Between 0 and 1.</param>
/// <param name="Convention">Whose variance and whose warnings.</param>
public sealed record EddmOptions(
    int WarmStart = 30, double WarningRatio = 0.95, double DriftRatio = 0.9, EddmConvention Convention = EddmConvention.River) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, WarmStart, "warm start"),
        .. Between(0, 1, DriftRatio, "drift ratio"),
        .. Require(WarningRatio >= DriftRatio, $"warning ratio: {WarningRatio}; expected at least the drift ratio"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Eddm(this);
}

/// <summary>In what the implementations of EDDM differ.</summary>
public enum EddmConvention
{
    /// <summary>The variance of distances has n − 1 degrees of freedom; a warning stays until an error is judged to be none.</summary>
    River,

    /// <summary>The variance has n; every error ends a warning; values are judged from the warm start's last value on.</summary>
    Moa,
}

/// <summary>
/// The early drift detection method (Baena-García, del Campo-Ávila, Fidalgo, Bifet, Gavaldà and Morales-Bueno 2006): with m and s the mean and
/// standard deviation of the distances between errors, a drift where <c>m + 2s</c> falls below 0.9 of its greatest value and a warning
/// below 0.95. Memory O(1). Its defaults alarm on most streams without drift within 1,000 values.
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new Eddm(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 359
/// </code>
/// </example>
public sealed class Eddm(EddmOptions options) : ErrorDetector(options)
{
    private long count;
    private long lastError;
    private RunningMean distance;
    private double squares;
    private double greatest;

    /// <summary>Creates a detector with the default options.</summary>
    public Eddm()
        : this(new EddmOptions())
    {
    }

    /// <summary>The number of values since the last drift.</summary>
    public long Count => count;

    /// <summary>The number of errors since the last drift.</summary>
    public long Errors => distance.Count;

    /// <summary>The mean distance between errors; 0 before the first.</summary>
    public double MeanDistance => distance.Mean;

    /// <summary>The standard deviation of the distances; 0 where there are too few.</summary>
    public double DistanceDeviation => Math.Sqrt(squares / Math.Max(1, Freedom));

    /// <summary>The greatest mean plus two standard deviations; 0 before there is one.</summary>
    public double GreatestLevel => greatest;

    private bool IsMoa => options.Convention == EddmConvention.Moa;

    private long Freedom => IsMoa ? distance.Count : distance.Count - 1;

    private protected override void Judge(double value)
    {
        count++;
        if (value != 1)
        {
            return;
        }

        var length = (double)(count - lastError);
        var before = distance.Mean;
        distance.Add(length);
        squares += (length - before) * (length - distance.Mean);
        lastError = count;
        if (count + (IsMoa ? 1 : 0) > options.WarmStart)
        {
            Compare(MeanDistance + (2 * DistanceDeviation));
        }
    }

    private void Compare(double level)
    {
        if (level > greatest)
        {
            greatest = level;
            Signal(false, IsWarning && !IsMoa);
        }
        else if (Errors > options.WarmStart)
        {
            var ratio = level / greatest;
            var isDrift = ratio < options.DriftRatio;
            Signal(isDrift, isDrift ? IsWarning && !IsMoa : ratio < options.WarningRatio);
        }
    }

    private protected override void Forget() => (count, lastError, distance, squares, greatest) = (0, 0, default, 0, 0);

    private protected override void ExchangeState(StateExchange state)
    {
        state.Exchange(ref count);
        state.Exchange(ref lastError);
        distance.Exchange(state);
        state.Exchange(ref squares);
        state.Exchange(ref greatest);
    }
}
