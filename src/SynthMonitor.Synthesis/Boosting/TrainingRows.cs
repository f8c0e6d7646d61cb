using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Boosting;

/// <summary>The rows that one classifier learns from, as ranks: only features that differ between them.</summary>
internal sealed class TrainingRows
{
    private TrainingRows(int[] features, FeatureOrder[] orders, byte[] ranks, bool[] labels)
    {
        Features = features;
        Orders = orders;
        Ranks = ranks;
        Labels = labels;
        Offsets = new int[orders.Length + 1];
        for (var feature = 0; feature < orders.Length; feature++)
        {
            Offsets[feature + 1] = Offsets[feature] + orders[feature].Count;
        }
    }

    /// <summary>The columns of the features.</summary>
    public int[] Features { get; }

    /// <summary>The order of each feature's codes.</summary>
    public FeatureOrder[] Orders { get; }

    /// <summary>Where each feature's ranks begin in a histogram of all of them; last, where they end.</summary>
    public int[] Offsets { get; }

    /// <summary>The ranks, row by row.</summary>
    public byte[] Ranks { get; }

    /// <summary>Whether each row is of the positive class.</summary>
    public bool[] Labels { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Labels.Length;

    /// <summary>Takes rows out of a table of codes.</summary>
    /// <param name="columns">For each column that may decide the code of every row of the table.</param>
    /// <param name="codes">The codes of these columns.</param>
    /// <param name="rows">The rows to take, at least one.</param>
    /// <param name="labels">Whether each of them is of the positive class.</param>
    public static TrainingRows Of(ReadOnlySpan<byte[]> columns, ReadOnlySpan<ColumnCodes> codes, ReadOnlySpan<int> rows, bool[] labels)
    {
        var features = new List<int>();
        var orders = new List<FeatureOrder>();
        Span<int> counts = stackalloc int[256];
        Span<int> positives = stackalloc int[256];
        for (var column = 0; column < columns.Length; column++)
        {
            counts.Clear();
            positives.Clear();
            var values = columns[column];
            for (var i = 0; i < rows.Length; i++)
            {
                var code = values[rows[i]];
                counts[code]++;
                positives[code] += labels[i] ? 1 : 0;
            }

            var order = FeatureOrder.Of(codes[column].IsOrdered, counts, positives);
            if (order.Count > 1)
            {
                features.Add(column);
                orders.Add(order);
            }
        }

        var ranks = new byte[rows.Length * features.Count];
        for (var feature = 0; feature < features.Count; feature++)
        {
            var (values, rankOf) = (columns[features[feature]], orders[feature].Ranks);
            for (var i = 0; i < rows.Length; i++)
            {
                ranks[i * features.Count + feature] = rankOf[values[rows[i]]];
            }
        }

        return new TrainingRows([.. features], [.. orders], ranks, labels);
    }
}
