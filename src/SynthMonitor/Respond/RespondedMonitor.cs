namespace SynthMonitor.Respond;

/// <summary>A monitor as the respond role is told of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">When it responds.</param>
/// <param name="Configured">The digest of the epoch that the configuration asks for, under a given number.</param>
/// <param name="Configuration">The digest of the part of the configuration that an epoch rests on.</param>
internal sealed record RespondedMonitor(string Name, ResponseSettings Settings, Func<int, string> Configured, string Configuration);
