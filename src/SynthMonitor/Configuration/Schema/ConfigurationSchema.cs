using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Keys;

namespace SynthMonitor.Configuration.Schema;

/// <summary>The JSON Schema (draft 7) of a configuration file. It stands on the table that the parser uses.</summary>
public static class ConfigurationSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as JSON.</summary>
    public static string Create()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "SynthMonitor configuration",
        };
        foreach (var (name, value) in RootKeys.Section.Schema().ToList())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(Indented);
    }
}
