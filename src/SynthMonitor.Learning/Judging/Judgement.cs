using System.Collections.Immutable;

namespace SynthMonitor.Learning.Judging;

/// <summary>What the judge decided, and why.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Winner">The name of the promoted candidate, or null when the champion stays.</param>
/// <param name="Reasons">Why, in plain sentences.</param>
/// <param name="Champion">The champion's metrics on the holdout.</param>
/// <param name="Candidates">The candidates' results, in the order in which they were given.</param>
/// <param name="Rows">The number of rows that were judged on.</param>
public sealed record Judgement(
    Verdict Verdict, string? Winner, ImmutableArray<string> Reasons, Scores Champion, ImmutableArray<Standing> Candidates, int Rows);
