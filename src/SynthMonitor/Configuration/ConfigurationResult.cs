using System.Collections.Immutable;

namespace SynthMonitor.Configuration;

/// <summary>A configuration, or everything that is wrong with it.</summary>
/// <param name="Configuration">The configuration; null where there are errors.</param>
/// <param name="Errors">The errors in the order of the file; empty where there is a configuration.</param>
public sealed record ConfigurationResult(SynthMonitorConfiguration? Configuration, ImmutableArray<ConfigurationError> Errors)
{
    /// <summary>The configuration.</summary>
    /// <exception cref="Data.InputException">There are errors; it tells all of them, one a line.</exception>
    public SynthMonitorConfiguration Require() =>
        Configuration
        ?? throw new Data.InputException([.. Errors.Select(error => new Data.InputException(null, null, null, error.ToString()))]);
}
