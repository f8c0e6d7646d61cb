namespace SynthMonitor.Learning.Models;

/// <summary>What a model says of rows: a probability of the positive class (binary), a value (regression) or a probability for each class.</summary>
/// <param name="Values">Rows × <paramref name="Width"/> values; NaN where a model gave none.</param>
/// <param name="Width">Values for a row: the number of classes for multiclass, else 1.</param>
public sealed record Predictions(double[] Values, int Width = 1)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Values.Length / Width;

    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<double> this[int row] => Values.AsSpan(row * Width, Width);

    /// <summary>Whether a model gave finite values for a row.</summary>
    public bool Has(int row)
    {
        foreach (var value in this[row])
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The predictions of some rows, in the order given.</summary>
    public Predictions Take(ReadOnlySpan<int> rows)
    {
        var values = new double[rows.Length * Width];
        for (var i = 0; i < rows.Length; i++)
        {
            this[rows[i]].CopyTo(values.AsSpan(i * Width));
        }

        return new Predictions(values, Width);
    }
}
