using SynthMonitor.Configuration.Reading;
using SynthMonitor.Data;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Configuration.Validation;

/// <summary>A budget of false alarms must be one that blocks of the monitor's span can keep.</summary>
internal sealed class FalseAlarmsValidator : MonitorValidator
{
    /// <inheritdoc/>
    protected override void Validate(MonitorConfiguration monitor, string path, ReadContext context)
    {
        if (!context.IsValid($"{path}.block") || !context.IsValid($"{path}.falseAlarms"))
        {
            return;
        }

        try
        {
            FalseAlarmBudget.Parse(monitor.FalseAlarms, monitor.Block);
        }
        catch (InputException exception)
        {
            context.Fail($"{path}.falseAlarms", exception.Message);
        }
    }
}
