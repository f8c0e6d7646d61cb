using System.Collections.Immutable;

namespace SynthMonitor.Configuration.Reading;

/// <summary>A place in a file.</summary>
/// <param name="Line">The 1-based line.</param>
/// <param name="Column">The 1-based column.</param>
internal readonly record struct Place(long Line, long Column);

/// <summary>A node of a YAML document.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record YamlNode(Place Place)
{
    /// <summary>The node as an error names it.</summary>
    public abstract string Found { get; }
}

/// <summary>A single value.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The value as it is written, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes.</param>
internal sealed record YamlScalar(Place Place, string Text, bool IsPlain) : YamlNode(Place)
{
    private const int Shown = 60;

    /// <summary>Whether it is nothing at all, by YAML's core schema.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether it is true or false, by YAML's core schema.</summary>
    public bool IsBoolean => IsPlain && Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    /// <inheritdoc/>
    public override string Found => IsNull ? "nothing" : IsPlain ? Quoted : $"the text {Quoted}";

    private string Quoted => $"'{(Text.Length <= Shown ? Text : Text[..Shown] + "…").ReplaceLineEndings(" ")}'";
}

/// <summary>A list.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">Its items.</param>
internal sealed record YamlSequence(Place Place, ImmutableArray<YamlNode> Items) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Found => "a list";
}

/// <summary>A section: keys with their values. No key occurs twice.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">Its entries in order.</param>
internal sealed record YamlMapping(Place Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Found => "a section";
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
