using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>A topic of the user's is none of SynthMonitor's own, and features and labels come from different topics.</summary>
internal sealed class TopicsValidator : IConfigurationValidator
{
    /// <inheritdoc/>
    public void Validate(SynthMonitorConfiguration configuration, ReadContext context)
    {
        for (var i = 0; i < configuration.Monitors.Length; i++)
        {
            var monitor = configuration.Monitors[i];
            var (features, labels) = ($"monitors[{i}].features.topic", $"monitors[{i}].labels.topic");
            CheckPrefix(features, monitor.Features.Topic);
            CheckPrefix(labels, monitor.Labels?.Topic);
            if (context.IsValid(features) && context.IsValid(labels) && monitor.Labels?.Topic == monitor.Features.Topic)
            {
                context.Fail(labels, $"'{monitor.Labels.Topic}', the topic of the features; expected another topic");
            }
        }

        void CheckPrefix(string path, string? topic)
        {
            var prefix = configuration.Kafka.TopicPrefix;
            if (context.IsValid(path)
                && context.IsValid("kafka.topicPrefix")
                && topic?.StartsWith(prefix, StringComparison.Ordinal) == true)
            {
                context.Fail(path, $"'{topic}' begins with kafka.topicPrefix '{prefix}'; expected a topic that is not SynthMonitor's own");
            }
        }
    }
}
