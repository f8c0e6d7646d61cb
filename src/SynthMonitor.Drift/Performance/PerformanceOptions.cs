using System.Collections.Immutable;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Performance;

/// <summary>How a <see cref="PerformanceMonitor"/> watches.</summary>
/// <param name="Budget">The false alarms it may raise, beside those of the features' monitor.</param>
/// <param name="Threshold">The score from which on the positive class is predicted. 0 … 1.</param>
public sealed record PerformanceOptions(FalseAlarmBudget Budget, double Threshold = 0.5)
{
    /// <summary>The smallest rise of the error rate worth an alarm. Default 0.02.</summary>
    public double Floor { get; init; } = 0.02;

    /// <summary>The fewest outcomes that make a baseline. Default 500.</summary>
    public int MinimumBaseline { get; init; } = 500;

    /// <summary>How many blocks, at least, must show the error back before an alarm is resolved. Default 4.</summary>
    public int ClearBlocks { get; init; } = 4;

    /// <summary>The blocks that realised metrics are taken over. 1 … 64; default 16.</summary>
    public int TrailingBlocks { get; init; } = 16;

    /// <summary>The detector on the stream of errors.</summary>
    public AdwinOptions Adwin { get; init; } = new();

    /// <summary>Everything that is wrong with these options; empty where nothing is.</summary>
    public ImmutableArray<string> Validate()
    {
        const int most = PerformanceMonitor.History;
        var errors = ImmutableArray.CreateBuilder<string>();
        Require(Budget.PerBlock is > 0 and <= 0.5, $"false alarms per block: {Budget.PerBlock}; expected more than 0 and at most 0.5");
        Require(Threshold is >= 0 and <= 1, $"threshold: {Threshold}; expected 0 … 1");
        Require(Floor is >= 0 and < 1, $"floor: {Floor}; expected at least 0 and less than 1");
        Require(MinimumBaseline >= 1, $"minimum baseline: {MinimumBaseline}; expected at least 1");
        Require(ClearBlocks is >= 1 and <= most, $"clear blocks: {ClearBlocks}; expected 1 … {most}");
        Require(TrailingBlocks is >= 1 and <= most, $"trailing blocks: {TrailingBlocks}; expected 1 … {most}");
        errors.AddRange(Adwin.Validate().Select(error => $"adwin: {error}"));
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
