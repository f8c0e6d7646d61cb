using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SynthMonitor.Console;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Commands;

/// <summary>The option <c>--json FILE|-</c>, which writes the result for other programs.</summary>
internal sealed class JsonOption : Option<string?>
{
    /// <summary>The value that stands for standard output.</summary>
    public const string StandardOutput = "-";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new EstimateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Creates the option.</summary>
    public JsonOption()
        : base("--json")
    {
        Description = "Write the result as JSON to a file, or with '-' to standard output, where then nothing else goes.";
        HelpName = "FILE|-";
        OutputFile.Require(this);
    }

    /// <summary>Writes a result where the command line asked for it, if it did.</summary>
    public void Write(ParseResult arguments, Terminal terminal, object result)
    {
        switch (arguments.GetValue(this))
        {
            case null:
                break;
            case StandardOutput:
                terminal.Output.WriteLine(JsonSerializer.Serialize(result, Format));
                break;
            case var path:
                AtomicFile.Write(path, stream =>
                {
                    JsonSerializer.Serialize(stream, result, Format);
                    stream.WriteByte((byte)'\n');
                });
                break;
        }
    }
}
