using System.Text;
using SynthMonitor.Configuration.Keys;

namespace SynthMonitor.Configuration.Schema;

/// <summary>The table of all keys in <c>docs/configuration.md</c>. It stands on the table that the parser uses.</summary>
internal static class ConfigurationReference
{
    /// <summary>The table in Markdown, a row a key.</summary>
    public static string Create()
    {
        var text = new StringBuilder();
        text.Append("| key | value | default | a change needs | meaning |\n|---|---|---|---|---|\n");
        foreach (var key in RootKeys.Section.Describe(""))
        {
            var value = key.IsRequired ? "required" : key.Default is { } known ? $"`{known}`" : "–";
            text.Append($"| `{key.Path}` | {key.Type} | {value} | {EffectOf(key)} | {key.Documentation} |\n");
        }

        return text.ToString();
    }

    private static string EffectOf(KeyDescription key) => key.Effect switch
    {
        ChangeEffect.Live => "nothing",
        ChangeEffect.NeedsEpoch => "a new epoch",
        _ => "a restart",
    };
}
