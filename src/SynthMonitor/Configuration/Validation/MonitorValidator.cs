using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>Checks one rule in each monitor by itself.</summary>
internal abstract class MonitorValidator : IConfigurationValidator
{
    /// <inheritdoc/>
    public void Validate(SynthMonitorConfiguration configuration, ReadContext context)
    {
        for (var i = 0; i < configuration.Monitors.Length; i++)
        {
            if (context.IsValid($"monitors[{i}]"))
            {
                Validate(configuration.Monitors[i], $"monitors[{i}]", context);
            }
        }
    }

    /// <summary>Reports each breach of the rule in one monitor.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="path">Its path.</param>
    /// <param name="context">Receives the errors.</param>
    protected abstract void Validate(MonitorConfiguration monitor, string path, ReadContext context);
}
