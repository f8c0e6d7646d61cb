using System.Text.Json;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// Model versions and labels: the same few texts again and again, each made a string once. One of more than <see cref="Longest"/> characters
/// counts as none: it would stand in every record about its rows.
/// </summary>
internal sealed class ModelNames
{
    public const int Longest = 256;

    private const int Remembered = 64;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private char[] buffer = new char[64];

    public string Read(ref Utf8JsonReader reader)
    {
        var length = JsonText.Copy(ref reader, ref buffer);
        if (length is <= 0 or > Longest)
        {
            return "";
        }

        var text = buffer.AsSpan(0, length);
        if (names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var name))
        {
            return name;
        }

        name = text.ToString();
        if (names.Count < Remembered)
        {
            names.Add(name);
        }

        return name;
    }
}
