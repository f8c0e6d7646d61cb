using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Tests;

/// <summary>How near made rows are to real ones: L1, numbers by the training range, a mismatch of names counts 2.</summary>
internal static class Closeness
{
    /// <summary>The share of made rows that are nearer to a training row than to a holdout row; ties count half.</summary>
    public static double ShareNearer(Table made, Table train, Table holdout, int queries)
    {
        var rows = Math.Min(train.Rows, holdout.Rows);
        var (near, far) = (Points(train, train, rows), Points(holdout, train, rows));
        var points = Points(made, train, queries);
        var scores = new double[queries];
        Parallel.For(0, queries, query =>
        {
            var (toTrain, toHoldout) = (Distance(points[query], near), Distance(points[query], far));
            scores[query] = toTrain < toHoldout ? 1 : toTrain == toHoldout ? 0.5 : 0;
        });
        return scores.Average();
    }

    /// <summary>The share of made rows that are equal to a real row.</summary>
    public static double ExactCopies(Table made, Table real)
    {
        var known = TableAssert.Text(real).Split('\n').ToHashSet();
        return TableAssert.Text(made).Split('\n').Average(row => known.Contains(row) ? 1.0 : 0.0);
    }

    private static double Distance(double[] point, double[][] others)
    {
        var least = double.MaxValue;
        foreach (var other in others)
        {
            var distance = 0.0;
            for (var i = 0; i < point.Length && distance < least; i++)
            {
                distance += point[i] >= 10 || other[i] >= 10 ? point[i] == other[i] ? 0 : 2 : Math.Abs(point[i] - other[i]);
            }

            least = Math.Min(least, distance);
        }

        return least;
    }

    /// <summary>Numbers scaled to the training range, names as whole numbers from 10 on.</summary>
    private static double[][] Points(Table table, Table train, int rows)
    {
        var points = Enumerable.Range(0, rows).Select(_ => new double[table.Columns.Length]).ToArray();
        for (var column = 0; column < table.Columns.Length; column++)
        {
            var name = train.Columns[column].Name;
            if (train.Columns[column] is NumberColumn real)
            {
                var (low, high) = (real.Values.ToArray().Min(), real.Values.ToArray().Max());
                var values = ((NumberColumn)table[name]).Values;
                for (var row = 0; row < rows; row++)
                {
                    points[row][column] = (values[row] - low) / (high - low);
                }
            }
            else
            {
                var codes = ((NameColumn)train[name]).Names.Select((value, index) => (value, index)).ToDictionary();
                for (var row = 0; row < rows; row++)
                {
                    points[row][column] = 10 + codes.GetValueOrDefault(((NameColumn)table[name])[row] ?? "", -1) + 1;
                }
            }
        }

        return points;
    }
}
