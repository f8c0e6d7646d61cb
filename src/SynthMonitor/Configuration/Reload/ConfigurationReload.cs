using System.Collections.Immutable;

namespace SynthMonitor.Configuration.Reload;

/// <summary>A configuration that took the place of another.</summary>
/// <param name="Before">The one before.</param>
/// <param name="After">The one that is in force now.</param>
/// <param name="Changes">Each key that differs; at least one.</param>
public sealed record ConfigurationReload(
    SynthMonitorConfiguration Before, SynthMonitorConfiguration After, ImmutableArray<ConfigurationChange> Changes);
