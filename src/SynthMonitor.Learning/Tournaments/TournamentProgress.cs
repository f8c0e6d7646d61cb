namespace SynthMonitor.Learning.Tournaments;

/// <summary>How far a tournament is.</summary>
/// <param name="Step">What begins now: <c>synthesizing</c>, <c>training</c> or <c>judging</c>.</param>
/// <param name="Recipe">The recipe that is trained now, or null.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
public sealed record TournamentProgress(string Step, string? Recipe, int Done, int Total);
