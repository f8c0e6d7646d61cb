namespace SynthMonitor.Synthesis.Constraints;

/// <summary>The values of rows by the position of their column in the schema, wherever they are held.</summary>
internal interface ICells
{
    /// <summary>A value of a column of numbers.</summary>
    double Number(int row, int position);

    /// <summary>A value of a column of names; null is missing.</summary>
    string? Name(int row, int position);
}
