namespace SynthMonitor.Synthesis.Trees;

/// <summary>
/// For each code of one feature the rows of a node: how many there are of each class of the response, and the sum of their scores.
/// </summary>
internal sealed class NodeHistogram
{
    private readonly int[] classRows = new int[256 * SplitTarget.MaximumClasses];
    private readonly long[] scores = new long[256];
    private readonly int[] rows = new int[256];
    private int classes;

    /// <summary>The rows of each code.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The sum of the scores of each code.</summary>
    public ReadOnlySpan<long> Scores => scores;

    /// <summary>The rows of a code, by class.</summary>
    public ReadOnlySpan<int> ClassRows(int code) => classRows.AsSpan(code * classes, classes);

    /// <summary>Counts the rows of a node.</summary>
    /// <param name="feature">The feature's code of every row of the table.</param>
    /// <param name="codes">The number of the feature's codes.</param>
    /// <param name="node">The rows of the node.</param>
    /// <param name="classOf">The class of each of them.</param>
    /// <param name="scoreOf">The score of each of them.</param>
    /// <param name="classCount">The number of classes.</param>
    public void Count(
        ReadOnlySpan<byte> feature, int codes, ReadOnlySpan<int> node, ReadOnlySpan<byte> classOf, ReadOnlySpan<int> scoreOf, int classCount)
    {
        classes = classCount;
        classRows.AsSpan(0, codes * classes).Clear();
        scores.AsSpan(0, codes).Clear();
        rows.AsSpan(0, codes).Clear();
        for (var i = 0; i < node.Length; i++)
        {
            var code = feature[node[i]];
            classRows[code * classCount + classOf[i]]++;
            scores[code] += scoreOf[i];
        }

        for (var code = 0; code < codes; code++)
        {
            foreach (var count in classRows.AsSpan(code * classes, classes))
            {
                rows[code] += count;
            }
        }
    }
}
