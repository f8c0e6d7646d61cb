namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Some rows that are drawn together, column by column, with room for what models work out on the way.</summary>
internal sealed class RowBlock
{
    /// <summary>As many rows as are drawn together: few enough for their codes to stay in a processor's cache.</summary>
    public const int MaximumRows = 2048;

    private RowBlock? one;

    /// <summary>Creates a block.</summary>
    /// <param name="stride">The number of columns.</param>
    /// <param name="capacity">The most rows.</param>
    public RowBlock(int stride, int capacity = MaximumRows)
    {
        Stride = stride;
        Codes = new byte[capacity * stride];
        Ranks = new byte[capacity * stride];
        Positions = new double[capacity];
        Probabilities = new double[capacity];
        Shares = new double[capacity];
        LogProbabilities = new double[capacity];
        Weights = new double[capacity];
        Scores = new float[capacity];
    }

    /// <summary>The number of columns.</summary>
    public int Stride { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The codes, row by row.</summary>
    public byte[] Codes { get; }

    /// <summary>For each row a uniform number in [0, 1), from which the code of a column follows; used up by drawing.</summary>
    public double[] Positions { get; }

    /// <summary>For each row the probability of the code that was drawn last, given the columns before.</summary>
    public double[] Probabilities { get; }

    /// <summary>For each row the probability of all that was allowed where its last code was drawn.</summary>
    public double[] Shares { get; }

    /// <summary>For each row the logarithm of the probability of its codes so far.</summary>
    public double[] LogProbabilities { get; }

    /// <summary>For each row the product of <see cref="Shares"/> so far: its importance weight.</summary>
    public double[] Weights { get; }

    /// <summary>Room for a number of each row and feature.</summary>
    public byte[] Ranks { get; }

    /// <summary>Room for a number of each row.</summary>
    public float[] Scores { get; }

    /// <summary>The codes of a row.</summary>
    public Span<byte> this[int row] => Codes.AsSpan(row * Stride, Stride);

    /// <summary>Begins with so many new rows, whose codes may be set already.</summary>
    public void Begin(int count)
    {
        Count = count;
        Weights.AsSpan(0, count).Fill(1);
        LogProbabilities.AsSpan(0, count).Clear();
        Probabilities.AsSpan(0, count).Fill(1);
    }

    /// <summary>Adds the logarithms of <see cref="Probabilities"/> to <see cref="LogProbabilities"/>.</summary>
    public void AddLogProbabilities()
    {
        for (var row = 0; row < Count; row++)
        {
            LogProbabilities[row] += Math.Log(Probabilities[row]);
        }
    }

    /// <summary>A block of one row, with the codes of a row of this block.</summary>
    public RowBlock One(int row)
    {
        one ??= new RowBlock(Stride, capacity: 1);
        one.Begin(1);
        this[row].CopyTo(one.Codes);
        return one;
    }
}
