using System.Collections.Immutable;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>How a <see cref="DriftMonitor"/> watches. The whole rule is calibrated to <see cref="Budget"/>.</summary>
/// <param name="Budget">The false alarms that the whole monitor may raise.</param>
/// <param name="RowsPerBlock">The rows that a block usually has. At least 1.</param>
public sealed partial record MonitorOptions(FalseAlarmBudget Budget, int RowsPerBlock)
{
    /// <summary>
    /// The smallest first Wasserstein distance, in standard deviations of the reference, worth an alarm in a column of numbers. Default 0.05.
    /// </summary>
    public double NumberFloor { get; init; } = 0.05;

    /// <summary>
    /// The smallest total variation distance worth an alarm in a column of names, or between the guard cells (missing, not a number, below,
    /// above) of a column of numbers. Default 0.02.
    /// </summary>
    public double NameFloor { get; init; } = 0.02;

    /// <summary>Floors of single columns, which take the place of the general ones.</summary>
    public ImmutableSortedDictionary<string, double> Floors { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>How many of the last <see cref="RaiseOutOf"/> blocks must exceed the threshold to raise an alarm. Default 1.</summary>
    public int RaiseAfter { get; init; } = 1;

    /// <summary>See <see cref="RaiseAfter"/>. Default 1, at most 64.</summary>
    public int RaiseOutOf { get; init; } = 1;

    /// <summary>
    /// The quantile of the score without drift that is the level to clear: what an undrifted monitor stays below so often. Default 0.9.
    /// </summary>
    public double ClearQuantile { get; init; } = 0.9;

    /// <summary>How many blocks in a row must lie at or below the level to clear before an alarm is resolved. Default 3.</summary>
    public int ClearBlocks { get; init; } = 3;

    /// <summary>What happens after an alarm. Default <see cref="AfterAlarm.Hold"/>.</summary>
    public AfterAlarm AfterAlarm { get; init; } = AfterAlarm.Hold;

    /// <summary>The longest window, in blocks: a power of two up to 64. Default 64.</summary>
    public int LongestWindow { get; init; } = 64;

    /// <summary>
    /// The longest window's rows as a share of the reference's. Beyond a quarter the reference's own luck dominates and the rate of false
    /// alarms differs from one reference to the next. Default 0.25.
    /// </summary>
    public double LongestWindowShare { get; init; } = 0.25;

    /// <summary>Blocks with fewer rows get no verdict. Default a quarter of <see cref="RowsPerBlock"/>.</summary>
    public int MinimumRows { get; init; } = Math.Max(1, RowsPerBlock / 4);

    /// <summary>The window lengths in use, in blocks: 1, 2, 4 … as far as both limits allow, at least 1.</summary>
    /// <param name="referenceRows">The size of the reference.</param>
    public ImmutableArray<int> Scales(long referenceRows)
    {
        var scales = ImmutableArray.CreateBuilder<int>();
        scales.Add(1);
        for (var scale = 2; scale <= LongestWindow && (long)scale * RowsPerBlock <= LongestWindowShare * referenceRows; scale *= 2)
        {
            scales.Add(scale);
        }

        return scales.ToImmutable();
    }

    /// <summary>Everything that is wrong with these options; empty where nothing is.</summary>
    public ImmutableArray<string> Validate()
    {
        var errors = ImmutableArray.CreateBuilder<string>();
        Require(Budget.PerBlock is > 0 and <= 0.5, $"false alarms per block: {Budget.PerBlock}; expected more than 0 and at most 0.5");
        Require(RowsPerBlock >= 1, $"rows per block: {RowsPerBlock}; expected at least 1");
        Require(NumberFloor is >= 0 and < double.PositiveInfinity, $"number floor: {NumberFloor}; expected at least 0");
        Require(NameFloor is >= 0 and <= 1, $"name floor: {NameFloor}; expected 0 … 1");
        Require(Floors.Values.All(floor => floor is >= 0 and < double.PositiveInfinity), "floors: a negative one; expected at least 0");
        Require(RaiseOutOf is >= 1 and <= 64, $"raise out of: {RaiseOutOf}; expected 1 … 64");
        Require(RaiseAfter >= 1 && RaiseAfter <= RaiseOutOf, $"raise after: {RaiseAfter}; expected 1 … {RaiseOutOf}");
        Require(ClearQuantile is > 0 and < 1, $"clear quantile: {ClearQuantile}; expected between 0 and 1");
        Require(ClearBlocks >= 1, $"clear blocks: {ClearBlocks}; expected at least 1");
        Require(LongestWindow is >= 1 and <= 64 && int.IsPow2(LongestWindow), $"longest window: {LongestWindow}; expected 1, 2, 4 … 64");
        Require(LongestWindowShare is > 0 and <= 10, $"longest window share: {LongestWindowShare}; expected more than 0 and at most 10");
        Require(MinimumRows >= 1, $"minimum rows: {MinimumRows}; expected at least 1");
        return errors.ToImmutable();

        void Require(bool holds, string error)
        {
            if (!holds)
            {
                errors.Add(error);
            }
        }
    }
}
