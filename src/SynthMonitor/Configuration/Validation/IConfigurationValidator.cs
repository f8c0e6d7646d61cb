using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>Checks one rule that concerns more than one key. It says nothing about keys that could not be read.</summary>
internal interface IConfigurationValidator
{
    /// <summary>Reports each breach of the rule.</summary>
    /// <param name="configuration">What was read; keys that could not be read hold their default.</param>
    /// <param name="context">Says which keys could be read, and receives the errors.</param>
    void Validate(SynthMonitorConfiguration configuration, ReadContext context);
}
