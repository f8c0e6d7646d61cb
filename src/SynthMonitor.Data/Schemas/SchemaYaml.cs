using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SynthMonitor.Data.Schemas;

/// <summary>Reads column overrides from YAML nodes and collects all errors.</summary>
/// <param name="file">What errors call the file.</param>
internal sealed class SchemaYaml(string file)
{
    private static readonly string[] Keys = ["name", "kind", "role", "format", "test", "threshold", "floor"];

    /// <summary>The errors so far.</summary>
    public List<InputException> Errors { get; } = [];

    /// <summary>The name of a kind or role in files.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The overrides of a document.</summary>
    public ColumnOverride[] ReadColumns(YamlNode? root)
    {
        if (root is not YamlMappingNode mapping)
        {
            Add(root, "no mapping", "columns:, a list of columns");
            return [];
        }

        CheckKeys(mapping, ["columns"]);
        var list = Find(mapping, "columns");
        if (list is not YamlSequenceNode items)
        {
            Add(list ?? root, "no list of columns", "columns:, a list of columns");
            return [];
        }

        var columns = new List<ColumnOverride>();
        foreach (var item in items)
        {
            if (ReadColumn(item) is { } column)
            {
                CheckAgainst(columns, column, item);
                columns.Add(column);
            }
        }

        return [.. columns];
    }

    private ColumnOverride? ReadColumn(YamlNode item)
    {
        if (item is not YamlMappingNode mapping)
        {
            Add(item, "no mapping", "a column with a name");
            return null;
        }

        CheckKeys(mapping, Keys);
        var name = ReadText(mapping, "name");
        if (name is null)
        {
            Add(item, "a column without a name", "name: and the column's name");
            return null;
        }

        var faults = Errors.Count;
        var column = new ColumnOverride(
            name, ReadEnum<ColumnKind>(mapping, "kind"), ReadEnum<ColumnRole>(mapping, "role"), ReadText(mapping, "format"), ReadTest(mapping));
        if (Errors.Count == faults && column.FormatFault is { } fault)
        {
            Add(Find(mapping, "format"), $"format: {fault}", null);
        }

        return column;
    }

    private ColumnTestChoice? ReadTest(YamlMappingNode mapping)
    {
        var (name, threshold, floor) = (ReadText(mapping, "test"), ReadNumber(mapping, "threshold"), ReadNumber(mapping, "floor"));
        var test = ColumnTest.Automatic;
        if (name is not null && !ColumnTests.ByName.TryGetValue(name, out test))
        {
            Add(Find(mapping, "test"), $"the test '{name}'", NearMatch.Expected(name, ColumnTests.ByName.Keys));
            return null;
        }

        var choice = new ColumnTestChoice(test, threshold, floor);
        AddFault(mapping, "threshold", choice.ThresholdFault);
        AddFault(mapping, "floor", choice.FloorFault);
        return name is null && threshold is null && floor is null ? null : choice;
    }

    private double? ReadNumber(YamlMappingNode mapping, string key)
    {
        var text = ReadText(mapping, key);
        if (text is null || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
        }

        Add(Find(mapping, key), $"the {key} '{text}'", "a number");
        return null;
    }

    private void AddFault(YamlMappingNode mapping, string key, string? fault)
    {
        if (fault is not null)
        {
            Add(Find(mapping, key), $"{key}: {fault}", null);
        }
    }

    private void CheckAgainst(List<ColumnOverride> columns, ColumnOverride column, YamlNode item)
    {
        if (columns.Exists(other => other.Name == column.Name))
        {
            Add(item, $"the column '{column.Name}' again", "a column once");
        }
        else if (column.Role is { } role && role.IsSingular() && columns.Find(other => other.Role == role) is { } first)
        {
            Add(item, $"the role {NameOf(role)} for '{column.Name}' and '{first.Name}'", "one column of that role");
        }
    }

    private void CheckKeys(YamlMappingNode mapping, string[] known)
    {
        foreach (var key in mapping.Children.Keys)
        {
            if ((key as YamlScalarNode)?.Value is not { } name || !known.Contains(name))
            {
                Add(key, $"the unknown key '{key}'", NearMatch.Expected(key.ToString(), known));
            }
        }
    }

    private string? ReadText(YamlMappingNode mapping, string key)
    {
        var node = Find(mapping, key);
        if (node is null or YamlScalarNode { Value.Length: > 0 })
        {
            return (node as YamlScalarNode)?.Value;
        }

        Add(node, $"no text as {key}", "text");
        return null;
    }

    private T? ReadEnum<T>(YamlMappingNode mapping, string key)
        where T : struct, Enum
    {
        var text = ReadText(mapping, key);
        var names = Enum.GetValues<T>().ToDictionary(NameOf, value => value);
        if (text is null)
        {
            return null;
        }

        if (names.TryGetValue(text.ToLowerInvariant(), out var value))
        {
            return value;
        }

        Add(Find(mapping, key), $"the {key} '{text}'", NearMatch.Expected(text, names.Keys));
        return null;
    }

    private static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } name } && name == key).Value;

    private void Add(YamlNode? node, string found, string? expected) =>
        Errors.Add(new InputException(file, node?.Start.Line ?? 1, $"{node?.Start.Column ?? 1}", found, expected));
}
