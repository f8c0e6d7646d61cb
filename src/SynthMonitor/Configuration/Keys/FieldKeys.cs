using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The types of keys that name where records come from.</summary>
internal static class FieldKeys
{
    /// <summary>A field of a JSON record.</summary>
    public static TextType Field { get; } = new("a field such as id or applicant.income", Patterns.Field());

    /// <summary>A Kafka topic.</summary>
    public static TextType Topic { get; } = new("a topic of letters, digits, '.', '_' and '-', at most 249", Patterns.Topic());
}
