using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>The order in which the codes of a feature are cut in two.</summary>
internal sealed class CodeOrder
{
    private readonly byte[] codes = new byte[256];
    private readonly double[] keys = new double[256];

    /// <summary>The number of codes in the order.</summary>
    public int Count { get; private set; }

    /// <summary>The code at a place.</summary>
    public byte this[int place] => codes[place];

    /// <summary>Orders codes as their values are, with missing ones at either end.</summary>
    public void SortByValue(int codeCount, bool missingLast)
    {
        Count = 0;
        if (!missingLast)
        {
            Add(Code.Missing);
            Add(Code.NotANumber);
        }

        Add(Code.Below);
        for (var code = (int)Code.First; code < codeCount; code++)
        {
            Add(code);
        }

        Add(Code.Above);
        if (missingLast)
        {
            Add(Code.NotANumber);
            Add(Code.Missing);
        }
    }

    /// <summary>
    /// Orders the codes of a node by their mean of the response's component that differs most between them. For two classes, or a score
    /// alone, the best of all subsets is then an end of the order (Breiman et al. 1984, theorem 4.5).
    /// </summary>
    /// <param name="histogram">The node's rows.</param>
    /// <param name="codeCount">The number of the feature's codes.</param>
    /// <param name="classes">The node's rows of each class.</param>
    /// <param name="scores">The sum of the node's scores.</param>
    public void SortByResponse(NodeHistogram histogram, int codeCount, ReadOnlySpan<long> classes, long scores)
    {
        var component = WidestComponent(histogram, codeCount, classes, scores);
        Count = 0;
        for (var code = 0; code < codeCount; code++)
        {
            if (histogram.Rows[code] > 0)
            {
                Insert((byte)code, Component(histogram, code, component, classes.Length) / (double)histogram.Rows[code]);
            }
        }
    }

    private static long Component(NodeHistogram histogram, int code, int component, int classes) =>
        component == classes ? histogram.Scores[code] : histogram.ClassRows(code)[component];

    /// <summary>The class, or the score (its number is that of classes), whose means differ most between the codes.</summary>
    private static int WidestComponent(NodeHistogram histogram, int codeCount, ReadOnlySpan<long> classes, long scores)
    {
        var (widest, spread) = (classes.Length, 0.0);
        for (var component = 0; component <= classes.Length; component++)
        {
            double between = 0;
            long rows = 0;
            for (var code = 0; code < codeCount; code++)
            {
                if (histogram.Rows[code] > 0)
                {
                    double part = Component(histogram, code, component, classes.Length);
                    between += part * part / histogram.Rows[code];
                    rows += histogram.Rows[code];
                }
            }

            var isScore = component == classes.Length;
            double total = isScore ? scores : classes[component];
            between = (between - total * total / rows) * (isScore ? 1 : SplitTarget.ClassScale * SplitTarget.ClassScale);
            (widest, spread) = between > spread ? (component, between) : (widest, spread);
        }

        return widest;
    }

    private void Add(int code) => codes[Count++] = (byte)code;

    /// <summary>Puts a code behind all that are not above it, so that the order is one and the same everywhere.</summary>
    private void Insert(byte code, double key)
    {
        var place = Count++;
        for (; place > 0 && keys[place - 1] > key; place--)
        {
            (keys[place], codes[place]) = (keys[place - 1], codes[place - 1]);
        }

        (keys[place], codes[place]) = (key, code);
    }
}
