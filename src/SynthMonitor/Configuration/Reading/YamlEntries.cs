using System.Collections.Immutable;

namespace SynthMonitor.Configuration.Reading;

/// <summary>Collects the entries of one section: reports keys that occur twice, and merges what <c>&lt;&lt;</c> refers to.</summary>
/// <param name="report">Receives each error with its place.</param>
internal sealed class YamlEntries(Action<Place, string> report)
{
    private readonly List<YamlEntry> entries = [];
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly List<YamlMapping> merges = [];

    /// <summary>Takes the next entry.</summary>
    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar name)
        {
            report(key.Place, $"{key.Found} as a key; expected a name");
        }
        else if (name is { Text: "<<", IsPlain: true })
        {
            Merge(value);
        }
        else if (places.TryGetValue(name.Text, out var first))
        {
            report(name.Place, $"the key '{name.Text}' a second time; expected it once, it stands on line {first.Line}");
        }
        else
        {
            places.Add(name.Text, name.Place);
            entries.Add(new(name, value));
        }
    }

    /// <summary>The entries; those of the section itself win over merged ones, earlier merged ones over later.</summary>
    public ImmutableArray<YamlEntry> Merged() =>
        [.. entries, .. merges.SelectMany(mapping => mapping.Entries).Where(entry => places.TryAdd(entry.Key.Text, entry.Key.Place))];

    private void Merge(YamlNode value)
    {
        foreach (var part in value is YamlSequence list ? list.Items : [value])
        {
            if (part is YamlMapping mapping)
            {
                merges.Add(mapping);
            }
            else
            {
                report(part.Place, $"{part.Found} to merge; expected a section");
            }
        }
    }
}
