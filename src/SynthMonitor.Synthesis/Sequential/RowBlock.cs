namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Some rows that are drawn together, column by column, with room for what models work out on the way.</summary>
internal sealed class RowBlock
{
    /// <summary>As many rows as are drawn together: few enough for their codes to stay in a processor's cache.</summary>
    public const int MaximumRows = 2048;

    /// <summary>Creates a block.</summary>
    /// <param name="stride">The number of columns.</param>
    public RowBlock(int stride)
    {
        Stride = stride;
        Codes = new byte[MaximumRows * stride];
        Ranks = new byte[MaximumRows * stride];
    }

    /// <summary>The number of columns.</summary>
    public int Stride { get; }

    /// <summary>The number of rows, at most <see cref="MaximumRows"/>.</summary>
    public int Count { get; set; }

    /// <summary>The codes, row by row.</summary>
    public byte[] Codes { get; }

    /// <summary>For each row a uniform number in [0, 1), from which the code of a column follows; used up by drawing.</summary>
    public double[] Positions { get; } = new double[MaximumRows];

    /// <summary>For each row the probability of the code that was drawn last, given the columns before.</summary>
    public double[] Probabilities { get; } = new double[MaximumRows];

    /// <summary>For each row the probability of all that was allowed where its last code was drawn.</summary>
    public double[] Shares { get; } = new double[MaximumRows];

    /// <summary>For each row the logarithm of the probability of its codes so far.</summary>
    public double[] LogProbabilities { get; } = new double[MaximumRows];

    /// <summary>For each row the product of <see cref="Shares"/> so far: its importance weight.</summary>
    public double[] Weights { get; } = new double[MaximumRows];

    /// <summary>Room for a number of each row and feature.</summary>
    public byte[] Ranks { get; }

    /// <summary>Room for a number of each row.</summary>
    public float[] Scores { get; } = new float[MaximumRows];

    /// <summary>The codes of a row.</summary>
    public Span<byte> this[int row] => Codes.AsSpan(row * Stride, Stride);
}
