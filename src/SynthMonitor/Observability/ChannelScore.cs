namespace SynthMonitor.Observability;

/// <summary>A channel's figures in one window.</summary>
/// <param name="Channel">The column, or derived column.</param>
/// <param name="Score">Its score.</param>
/// <param name="Effect">How much it moved.</param>
public readonly record struct ChannelScore(string Channel, double Score, double Effect);
