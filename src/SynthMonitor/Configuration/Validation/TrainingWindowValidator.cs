using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Validation;

/// <summary>A training window holds at least one block.</summary>
internal sealed class TrainingWindowValidator : MonitorValidator
{
    /// <inheritdoc/>
    protected override void Validate(MonitorConfiguration monitor, string path, ReadContext context)
    {
        var key = $"{path}.respond.trainingWindow";
        if (context.IsValid($"{path}.block") && context.IsValid(key) && monitor.Respond?.TrainingWindow < monitor.Block)
        {
            var (window, block) = (Span.Format(monitor.Respond.TrainingWindow), Span.Format(monitor.Block));
            context.Fail(key, $"{window}, less than a block; expected at least {block}");
        }
    }
}
