using SynthMonitor.Learning.Judging;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>How a tournament is held.</summary>
public sealed record TournamentOptions
{
    /// <summary>The share of recent rows, the latest, that is kept for judging; in (0, 1).</summary>
    public double HoldoutShare { get; init; } = 0.4;

    /// <summary>The most rows that are kept for judging.</summary>
    public int MaximumHoldoutRows { get; init; } = 20_000;

    /// <summary>How sure the judge must be.</summary>
    public JudgeOptions Judge { get; init; } = new();
}
