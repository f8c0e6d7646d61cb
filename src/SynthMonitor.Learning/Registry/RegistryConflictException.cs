namespace SynthMonitor.Learning.Registry;

/// <summary>Somebody else changed a monitor's aliases meanwhile; read them again and decide anew.</summary>
/// <param name="monitor">The monitor.</param>
/// <param name="expected">The revision that was expected.</param>
/// <param name="found">The revision that was found.</param>
public sealed class RegistryConflictException(string monitor, long expected, long found)
    : Exception($"the aliases of monitor '{monitor}' are at revision {found}, not {expected}")
{
    /// <summary>The revision that was found.</summary>
    public long Found { get; } = found;
}
