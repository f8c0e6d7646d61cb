using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Schema;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Schema;

public sealed class ConfigurationSchemaTests
{
    [Theory]
    [InlineData(Example)]
    [InlineData(Least)]
    public async Task What_the_parser_accepts_the_schema_accepts(string text) => Assert.Empty(await Validate(text));

    [Theory]
    [InlineData("blok", "block: 5m", "blok: 5m")]
    [InlineData("block", "block: 5m", "block: 5 minutes")]
    [InlineData("kind", "kind: binary", "kind: multiclass")]
    [InlineData("threshold", "threshold: 0.5", "threshold: 2")]
    [InlineData("threshold", "threshold: 0.5", "threshold: \"0.5\"")]
    [InlineData("cooldown", "cooldown: 12 blocks", "cooldown: 12")]
    [InlineData("falseAlarms", "falseAlarms: 1 per 30d", "falseAlarms: often")]
    [InlineData("reference", "reference: loans.smref", "")]
    [InlineData("topic", "topic: loans.labels, ", "")]
    [InlineData("listen", "\"http://127.0.0.1:8080\"", "8080")]
    public async Task What_the_parser_refuses_the_schema_refuses(string property, string piece, string wrong)
    {
        Assert.NotEmpty(Errors(With(piece, wrong)));
        Assert.Contains(await Validate(With(piece, wrong)), error => error.Contains(property, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_default_is_told()
    {
        var monitor = JsonNode.Parse(ConfigurationSchema.Create())!["properties"]!["monitors"]!["items"]!["properties"]!;

        Assert.Equal("5m", monitor["block"]!["default"]!.GetValue<string>());
        Assert.Equal(4096, monitor["chunk"]!["default"]!.GetValue<int>());
        Assert.Equal("12 blocks", monitor["respond"]!["properties"]!["cooldown"]!["default"]!.GetValue<string>());
        Assert.Null(monitor["name"]!["default"]);
    }

    private static async Task<List<string>> Validate(string text)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigurationSchema.Create(), TestContext.Current.CancellationToken);
        return [.. schema.Validate(ToJson(YamlComposer.Compose(text, (_, _) => { }))!.ToJsonString()).Select(error => error.ToString())];
    }

    private static JsonNode? ToJson(YamlNode? node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { IsBoolean: true } scalar => JsonValue.Create(bool.Parse(scalar.Text)),
        YamlScalar { IsPlain: true } scalar when double.TryParse(scalar.Text, out var number) => JsonValue.Create(number),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new JsonException("no node"),
    };
}
