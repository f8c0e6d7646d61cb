using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>
/// What a split is to tell apart: every code of the response has a class and a score, and the best split leaves the least variance in
/// the class indicators and the score together. Names have only classes, so that is the Gini impurity; ordered values have the mid-rank
/// of their cell as score, and a class of their own where they are missing or a single value with much mass.
/// </summary>
internal sealed class SplitTarget
{
    /// <summary>The most classes.</summary>
    public const int MaximumClasses = 8;

    /// <summary>The score of the greatest value; the least value has 0.</summary>
    public const int ScoreRange = 2048;

    /// <summary>What a class indicator counts, on the scale of scores, when it is 1.</summary>
    public const double ClassScale = ScoreRange / 2.0;

    private const double AtomShare = 0.05;

    private readonly bool isNominal;

    private SplitTarget(bool isNominal) => this.isNominal = isNominal;

    /// <summary>For each code its class, below <see cref="Classes"/>.</summary>
    public byte[] ClassOf { get; } = new byte[256];

    /// <summary>For each code its score.</summary>
    public int[] ScoreOf { get; } = new int[256];

    /// <summary>The number of classes.</summary>
    public int Classes { get; private set; } = 1;

    /// <summary>The target of a column.</summary>
    /// <param name="codes">The column's codes.</param>
    /// <param name="counts">The rows of each code.</param>
    public static SplitTarget Of(ColumnCodes codes, ReadOnlySpan<int> counts) =>
        codes.IsOrdered ? Ordered(codes, counts) : new SplitTarget(isNominal: true);

    /// <summary>A target whose codes are themselves the scores.</summary>
    public static SplitTarget Scores()
    {
        var target = new SplitTarget(isNominal: false);
        for (var code = 0; code < target.ScoreOf.Length; code++)
        {
            target.ScoreOf[code] = code;
        }

        return target;
    }

    /// <summary>Fits the classes to a node: the most frequent names there get one each, the others share the last.</summary>
    /// <param name="counts">The node's rows of each code.</param>
    public void Focus(ReadOnlySpan<int> counts)
    {
        if (!isNominal)
        {
            return;
        }

        Span<byte> present = stackalloc byte[256];
        var number = 0;
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                present[number++] = (byte)code;
            }
        }

        Classes = Math.Min(number, MaximumClasses);
        var ordered = present[..number].ToArray();
        var keys = new long[number];
        for (var i = 0; i < number; i++)
        {
            keys[i] = -counts[ordered[i]] * 256L + ordered[i];
        }

        Array.Sort(keys, ordered);
        for (var rank = 0; rank < number; rank++)
        {
            ClassOf[ordered[rank]] = (byte)Math.Min(rank, Classes - 1);
        }
    }

    private static SplitTarget Ordered(ColumnCodes codes, ReadOnlySpan<int> counts)
    {
        var target = new SplitTarget(isNominal: false);
        long total = 0;
        for (var code = (int)Code.Below; code < codes.Count; code++)
        {
            total += counts[code];
        }

        long below = 0;
        foreach (var code in InOrder(codes.Count))
        {
            target.ScoreOf[code] = total == 0 ? 0 : (int)(ScoreRange * (2 * below + counts[code]) / (2 * total));
            below += counts[code];
        }

        // Missing values have no rank: the middle one says nothing about them, their class says it all.
        target.ScoreOf[Code.Missing] = target.ScoreOf[Code.NotANumber] = ScoreRange / 2;
        for (var code = 0; code < codes.Count && target.Classes < MaximumClasses; code++)
        {
            var isGuard = code < Code.First && counts[code] > 0;
            var isAtom = code >= Code.First && counts[code] > 0 && counts[code] >= AtomShare * total
                && codes is NumberCodes numbers && numbers.IsAtom(code - Code.First);
            if (isGuard || isAtom)
            {
                target.ClassOf[code] = (byte)target.Classes++;
            }
        }

        return target;
    }

    private static IEnumerable<byte> InOrder(int count) =>
        [Code.Below, .. Enumerable.Range(Code.First, count - Code.First).Select(code => (byte)code), Code.Above];
}
