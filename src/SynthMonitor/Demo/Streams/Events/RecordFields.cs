using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Demo.Streams.Events;

/// <summary>The names of the fields beside the features; a name that a column bears already is led by underscores.</summary>
/// <param name="Id">The key that joins a prediction with its label.</param>
/// <param name="Time">The event time.</param>
/// <param name="Score">The probability of the positive class.</param>
/// <param name="Version">The version of the model that gave the score.</param>
/// <param name="Label">The class.</param>
public sealed record RecordFields(string Id, string Time, string Score, string Version, string Label)
{
    /// <summary>The names that fit a schema.</summary>
    public static RecordFields For(Schema schema)
    {
        string Free(string name) => schema.IndexOf(name) < 0 ? name : Free($"_{name}");
        return new(Free("id"), Free("ts"), Free("score"), Free("version"), Free("label"));
    }
}
