using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Patterns;

/// <summary>
/// Texts of one length whose punctuation stands at the same places. A place at which all of them have the same character keeps it;
/// any other takes any of the kinds of characters (digits, hexadecimal or all letters, small or capital) that were seen there.
/// </summary>
/// <param name="rows">The rows that had this shape.</param>
/// <param name="alphabets">For each place the characters that it may hold.</param>
internal sealed class TextShape(int rows, string[] alphabets)
{
    private const int MinimumRows = 10;
    private const double MinimumCover = 0.5;
    private const int MaximumShapes = 64;
    private const string Digits = "0123456789";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The frequent shapes of texts; empty where they cover too few of them.</summary>
    public static TextShape[] Common(string[] texts)
    {
        var groups = texts.GroupBy(Mask, StringComparer.Ordinal)
            .Select(group => (Mask: group.Key, Texts: group.ToArray()))
            .Where(group => group.Texts.Length >= Math.Min(MinimumRows, texts.Length))
            .OrderByDescending(group => group.Texts.Length)
            .ThenBy(group => group.Mask, StringComparer.Ordinal)
            .Take(MaximumShapes)
            .ToArray();
        return groups.Sum(group => group.Texts.Length) >= MinimumCover * texts.Length
            ? [.. groups.Select(group => new TextShape(group.Texts.Length, Alphabets(group.Texts)))]
            : [];
    }

    /// <summary>A text of one of some shapes, each as likely as it was frequent.</summary>
    public static string Draw(TextShape[] shapes, ref KeyedRandom random)
    {
        var left = random.Next(shapes.Sum(shape => shape.Rows));
        var chosen = 0;
        while (left >= shapes[chosen].Rows)
        {
            left -= shapes[chosen++].Rows;
        }

        var alphabets = shapes[chosen].Places;
        var text = new char[alphabets.Length];
        for (var place = 0; place < text.Length; place++)
        {
            text[place] = alphabets[place][random.Next(alphabets[place].Length)];
        }

        return new string(text);
    }

    private int Rows => rows;

    private string[] Places => alphabets;

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteCount(rows);
        writer.WriteStrings(alphabets);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TextShape Read(PayloadReader reader)
    {
        var shape = new TextShape(reader.ReadCount(), reader.ReadStrings());
        return shape.Rows > 0 && shape.Places.All(alphabet => alphabet.Length > 0)
            ? shape
            : throw reader.Fault("a shape without rows or with a place that may hold nothing", "a shape");
    }

    private static string Mask(string text) => string.Create(text.Length, text, (mask, source) =>
    {
        for (var place = 0; place < mask.Length; place++)
        {
            mask[place] = char.IsLetterOrDigit(source[place]) || char.IsSurrogate(source[place]) ? 'x' : source[place];
        }
    });

    private static string[] Alphabets(string[] texts)
    {
        var alphabets = new string[texts[0].Length];
        for (var place = 0; place < alphabets.Length; place++)
        {
            var first = texts[0][place];
            alphabets[place] = texts.All(text => text[place] == first) && !char.IsSurrogate(first)
                ? first.ToString()
                : Alphabet([.. texts.Select(text => text[place]).Distinct()]);
        }

        return alphabets;
    }

    private static string Alphabet(char[] seen)
    {
        var digits = seen.Any(char.IsDigit) ? Digits : "";
        var capital = Array.FindAll(seen, char.IsUpper);
        var small = Array.FindAll(seen, character => !char.IsDigit(character) && !char.IsUpper(character));
        return digits + Range(small, 'f', digits.Length > 0) + Range(capital, 'F', digits.Length > 0).ToUpperInvariant();
    }

    private static string Range(char[] letters, char lastHexadecimal, bool withDigits) =>
        letters.Length == 0 ? "" : withDigits && letters.All(letter => letter <= lastHexadecimal) ? Letters[..6] : Letters;
}
