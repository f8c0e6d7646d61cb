using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SynthMonitor.Data;
using SynthMonitor.Learning.Features;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Models;

/// <summary>What a model file says about its model, as JSON.</summary>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Task">What the model predicts.</param>
/// <param name="Features">How columns become its feature vector.</param>
internal sealed record ModelDescription(string Trainer, LearningTask Task, ImmutableArray<Feature> Features)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ModelDescription FromJson(string json, string? source)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelDescription>(json, Options)!;
        }
        catch (JsonException exception)
        {
            throw new InputException(source, null, null, $"a model description that cannot be read ({exception.Message})", "one written by this program", exception);
        }
    }
}
