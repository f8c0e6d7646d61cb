namespace SynthMonitor.Drift.Monitoring;

/// <summary>What a block says about one channel: the statistic and window, of those worth an alarm if there are such, with the greatest z.</summary>
/// <param name="Name">The column.</param>
/// <param name="Z">The statistic as a normal score of its distribution without drift.</param>
/// <param name="StatisticName"><c>g</c>, <c>anderson-darling</c> or <c>guards</c>.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="PValue">The probability, without drift, of a statistic at least as great in one window; not adjusted for the many looks.</param>
/// <param name="EffectName">See <see cref="Effect.Name"/>.</param>
/// <param name="Effect">See <see cref="Effect.Value"/>.</param>
/// <param name="Floor">See <see cref="Effect.Floor"/>.</param>
/// <param name="Scale">The window's length, in blocks.</param>
public readonly record struct ChannelStep(
    string Name, double Z, string StatisticName, double Statistic, double PValue, string EffectName, double Effect, double Floor, int Scale);
