namespace SynthMonitor.Data.Codes;

/// <summary>
/// The layout of byte codes, the same for every column: guard cells first, then the column's regular cells in order of value
/// (numbers) or of falling frequency in the reference (names).
/// </summary>
public static class Code
{
    /// <summary>The value is missing.</summary>
    public const byte Missing = 0;

    /// <summary>The value is not a number.</summary>
    public const byte NotANumber = 1;

    /// <summary>The value lies below the smallest reference value.</summary>
    public const byte Below = 2;

    /// <summary>The value lies above the greatest reference value.</summary>
    public const byte Above = 3;

    /// <summary>The name did not occur in the reference.</summary>
    public const byte Unseen = 4;

    /// <summary>The first regular cell.</summary>
    public const byte First = 5;

    /// <summary>The most regular cells that a column can have.</summary>
    public const int MaximumCells = 256 - First;
}
