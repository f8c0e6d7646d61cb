using System.Collections.Immutable;
using SynthMonitor.Configuration.Keys;

namespace SynthMonitor.Configuration.Reload;

/// <summary>One key that differs between two configurations.</summary>
/// <param name="Monitor">The monitor that it belongs to, or null where it belongs to all.</param>
/// <param name="Path">The key, such as <c>monitors[loans].block</c>.</param>
/// <param name="Effect">What it takes for the change to come into force.</param>
public sealed record ConfigurationChange(string? Monitor, string Path, ChangeEffect Effect)
{
    /// <summary>All keys that differ. A monitor that came or went is one change.</summary>
    public static ImmutableArray<ConfigurationChange> Between(SynthMonitorConfiguration before, SynthMonitorConfiguration after) =>
        [.. RootKeys.Section.Changes(before, after, "")];

    /// <inheritdoc/>
    public override string ToString() => Path;
}
