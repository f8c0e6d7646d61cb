using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>One of a few names: those of an enumeration, in camel case.</summary>
/// <param name="unserved">Names that are understood but not served, each with the reason.</param>
internal sealed class ChoiceType<T>(params ImmutableArray<(string Name, string Reason)> unserved) : ScalarType<T>
    where T : struct, Enum
{
    private static readonly ImmutableArray<(string Name, T Value)> Choices =
        [.. Enum.GetValues<T>().Select(value => (NameOf(value), value))];

    /// <inheritdoc/>
    public override string Title => string.Join(" or ", Choices.Select(choice => $"`{choice.Name}`"));

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. Choices.Select(choice => JsonValue.Create(choice.Name))]),
    };

    /// <inheritdoc/>
    public override JsonNode? ToJson(T value) => NameOf(value);

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out T value)
    {
        value = Choices.FirstOrDefault(choice => choice.Name == scalar.Text).Value;
        if (unserved.FirstOrDefault(name => name.Name == scalar.Text) is { Reason: { } reason })
        {
            Reject(scalar, path, context, $"'{scalar.Text}', {reason}");
            return false;
        }

        return Choices.Any(choice => choice.Name == scalar.Text);
    }

    private static string NameOf(T value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
