using System.Collections.Immutable;
using SynthMonitor.Drift.Diagnosis;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Tournaments;
using SynthMonitor.Synthesis.EdgeCases;

namespace SynthMonitor.Commands.Learning;

/// <summary>What came of a tournament.</summary>
/// <param name="Change">How the recent rows differ.</param>
/// <param name="EdgeCases">What synthetic rows were made.</param>
/// <param name="Result">How the recipes did.</param>
internal sealed record TournamentOutcome(Change Change, ImmutableArray<EdgeCaseOutcome> EdgeCases, TournamentResult Result)
{
    /// <summary>Whether the data are faulty: then no model is promoted that learnt from them.</summary>
    public bool IsFaulty => Change.Diagnosis?.Kind == DiagnosisKind.Quality;

    /// <summary>The verdict.</summary>
    public Verdict Verdict => IsFaulty ? Verdict.Reject : Result.Verdict;

    /// <summary>The promoted recipe, or <c>keep</c>.</summary>
    public string Winner => IsFaulty ? SynthMonitor.Learning.Recipes.Recipe.Keep : Result.Winner;

    /// <summary>Why.</summary>
    public IReadOnlyList<string> Reasons => IsFaulty ? [$"the recent data are faulty, and a model is not retrained on a fault: {Change.Diagnosis!.Reasons[0]}", .. Result.Reasons] : Result.Reasons;
}
