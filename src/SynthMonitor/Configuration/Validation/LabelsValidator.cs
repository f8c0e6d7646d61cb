using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>Labels are compared with scores, and responses need labels to train and judge on.</summary>
internal sealed class LabelsValidator : MonitorValidator
{
    /// <inheritdoc/>
    protected override void Validate(MonitorConfiguration monitor, string path, ReadContext context)
    {
        if (monitor.Labels is not null && monitor.Features.Score is null && context.IsValid($"{path}.features.score"))
        {
            context.Fail($"{path}.features.score", "is missing while there are labels; expected the field of the score that they judge");
        }

        if (monitor.Respond is not null && monitor.Labels is null && context.IsValid($"{path}.labels"))
        {
            context.Fail($"{path}.respond", "there are no labels; expected a section 'labels', which candidates are trained and judged on");
        }
    }
}
