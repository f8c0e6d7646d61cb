using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>What a tournament needs.</summary>
public sealed record TournamentInput
{
    /// <summary>What is to be predicted.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>Labelled rows from before the change.</summary>
    public required Table Old { get; init; }

    /// <summary>Labelled rows from after the change, in time order.</summary>
    public required Table Recent { get; init; }

    /// <summary>What the champion logged for each row of <see cref="Recent"/>; NaN where it logged nothing. Null when <see cref="Champion"/> scores them.</summary>
    public Predictions? ChampionScores { get; init; }

    /// <summary>The champion itself, where it logged no scores. With neither, a model trained on <see cref="Old"/> stands for the champion.</summary>
    public TrainedModel? Champion { get; init; }

    /// <summary>Makes synthetic edge cases; null for a tournament without.</summary>
    public EdgeCaseMaker? EdgeCases { get; init; }

    /// <summary>Chooses all that is random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>No recipe is begun after this time; null for no limit.</summary>
    public TimeSpan? TimeBudget { get; init; }
}
