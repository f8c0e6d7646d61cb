using System.Text;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Patterns;

/// <summary>Free text of meaningless words: as many words, and as long ones, as the texts that were seen.</summary>
/// <param name="words">For each number of words how many texts had so many.</param>
/// <param name="letters">For each length of a word how many words had it.</param>
internal sealed class WordLengths(int[] words, int[] letters)
{
    private const int Longest = 64;

    /// <summary>Learns the lengths of texts.</summary>
    public static WordLengths Of(string[] texts)
    {
        var (words, letters) = (new int[Longest + 1], new int[Longest + 1]);
        foreach (var text in texts)
        {
            var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            words[Math.Min(parts.Length, Longest)]++;
            foreach (var part in parts)
            {
                letters[Math.Min(part.Length, Longest)]++;
            }
        }

        return new WordLengths(words, letters);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordLengths Read(PayloadReader reader)
    {
        var (words, letters) = (reader.ReadInt32s(), reader.ReadInt32s());
        return words.Length == Longest + 1 && letters.Length == Longest + 1 && words.Concat(letters).All(count => count >= 0)
            ? new WordLengths(words, letters)
            : throw reader.Fault($"{words.Length} and {letters.Length} lengths", $"{Longest + 1} counts of each");
    }

    /// <summary>A text.</summary>
    public string Draw(ref KeyedRandom random)
    {
        var text = new StringBuilder();
        for (var left = Draw(words, ref random); left > 0; left--)
        {
            text.Append(text.Length > 0 ? " " : "");
            for (var letter = Draw(letters, ref random); letter > 0; letter--)
            {
                text.Append((char)('a' + random.Next(26)));
            }
        }

        return text.ToString();
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteSigneds(words);
        writer.WriteSigneds(letters);
    }

    private static int Draw(int[] counts, ref KeyedRandom random)
    {
        var total = counts.Sum();
        var left = total == 0 ? 0 : random.Next(total);
        var length = 0;
        while (length < counts.Length - 1 && left >= counts[length])
        {
            left -= counts[length++];
        }

        return total == 0 ? 0 : length;
    }
}
