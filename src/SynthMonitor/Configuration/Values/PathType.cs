using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A path of a file or folder, relative to the folder of the configuration file.</summary>
internal sealed class PathType(string title) : TextType(title)
{
    /// <inheritdoc/>
    public override string Default(string value, ReadContext context) => Path.GetFullPath(value, context.Folder);

    /// <inheritdoc/>
    public override JsonNode? ToJson(string value) => "./" + value;

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out string value)
    {
        var read = base.TryRead(scalar, path, context, out value);
        value = read ? Default(value, context) : value;
        return read;
    }
}
