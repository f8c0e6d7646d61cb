using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>No two monitors have the same name.</summary>
internal sealed class MonitorNamesValidator : IConfigurationValidator
{
    /// <inheritdoc/>
    public void Validate(SynthMonitorConfiguration configuration, ReadContext context)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < configuration.Monitors.Length; i++)
        {
            var name = configuration.Monitors[i].Name;
            if (context.IsValid($"monitors[{i}].name") && !seen.TryAdd(name, i))
            {
                context.Fail($"monitors[{i}].name", $"'{name}', as monitors[{seen[name]}] is named; expected another name");
            }
        }
    }
}
