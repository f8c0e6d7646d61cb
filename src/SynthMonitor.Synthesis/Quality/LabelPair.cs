namespace SynthMonitor.Synthesis.Quality;

/// <summary>Two columns of labels as whole numbers, 0 … <see cref="Count"/> − 1, the same number for the same label; a missing value is a label of its own.</summary>
internal sealed class LabelPair
{
    private const string Missing = "\0";

    private LabelPair(int[] real, int[] synthetic, int count) => (Real, Synthetic, Count) = (real, synthetic, count);

    /// <summary>The real labels.</summary>
    public int[] Real { get; }

    /// <summary>The synthetic labels.</summary>
    public int[] Synthetic { get; }

    /// <summary>How many labels there are in both together.</summary>
    public int Count { get; }

    /// <summary>Numbers the texts of two columns.</summary>
    public static LabelPair Of(string?[] real, string?[] synthetic)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (first, second) = (Number(real, numbers), Number(synthetic, numbers));
        return new(first, second, numbers.Count);
    }

    /// <summary>The pairs of labels of two columns, as labels.</summary>
    public LabelPair Cross(LabelPair other) => new(Cross(Real, other.Real, other.Count), Cross(Synthetic, other.Synthetic, other.Count), checked(Count * other.Count));

    /// <summary>How often each label occurs.</summary>
    public (long[] Real, long[] Synthetic) Counts() => (Counts(Real, Count), Counts(Synthetic, Count));

    /// <summary>How often each of so many labels occurs.</summary>
    public static long[] Counts(int[] labels, int count)
    {
        var counts = new long[count];
        foreach (var label in labels)
        {
            counts[label]++;
        }

        return counts;
    }

    private static int[] Cross(int[] first, int[] second, int count) => [.. first.Zip(second, (a, b) => (a * count) + b)];

    private static int[] Number(string?[] texts, Dictionary<string, int> numbers) => Array.ConvertAll(texts, text =>
    {
        if (!numbers.TryGetValue(text ?? Missing, out var number))
        {
            numbers[text ?? Missing] = number = numbers.Count;
        }

        return number;
    });
}
