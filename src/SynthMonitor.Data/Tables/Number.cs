namespace SynthMonitor.Data.Tables;

/// <summary>
/// The convention by which a double can say that it is missing: one NaN bit pattern stands for <em>missing</em>, every other NaN is a
/// value that is not a number. So a span of doubles says by itself which of its values are there.
/// </summary>
public static class Number
{
    private const long MissingBits = 0x7FF8_0000_0000_07A2;

    /// <summary>The double that stands for a missing value.</summary>
    public static readonly double Missing = BitConverter.Int64BitsToDouble(MissingBits);

    /// <summary>Whether a value is missing (and not merely not a number).</summary>
    public static bool IsMissing(double value) => BitConverter.DoubleToInt64Bits(value) == MissingBits;
}
