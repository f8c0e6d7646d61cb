using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Patterns;

/// <summary>Which texts were seen, as 64-bit hashes (FNV-1a; Fowler, Noll and Vo 1991): a text that was seen is always known.</summary>
/// <param name="hashes">The hashes, rising.</param>
internal sealed class SeenTexts(long[] hashes)
{
    /// <summary>The hashes of texts.</summary>
    public static SeenTexts Of(IEnumerable<string> texts) => new([.. texts.Select(Hash).Distinct().Order()]);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SeenTexts Read(PayloadReader reader) => new([.. reader.ReadSigneds().Order()]);

    /// <summary>Whether a text was seen (another one is taken for seen once in about 2^64 divided by their number).</summary>
    public bool Contains(string text) => Array.BinarySearch(hashes, Hash(text)) >= 0;

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer) => writer.WriteSigneds(hashes);

    private static long Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 0x100000001B3;
        }

        return (long)hash;
    }
}
