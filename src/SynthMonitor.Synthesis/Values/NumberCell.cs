using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Values;

/// <summary>
/// The numbers inside one cell, as a quantile function made of straight pieces. A piece is either a single value that many rows share
/// (low = high), or the span of a few neighbouring rows between whose ends values are interpolated.
/// </summary>
/// <param name="shares">For each piece the share of the cell's rows in it and the pieces before it, rising to 1.</param>
/// <param name="lows">Where each piece begins.</param>
/// <param name="highs">Where each piece ends, exclusive where it is wider than one value.</param>
internal sealed class NumberCell(double[] shares, double[] lows, double[] highs)
{
    /// <summary>The value at a position, non-decreasing in it.</summary>
    /// <param name="position">In [0, 1).</param>
    public double At(double position)
    {
        var piece = 0;
        while (position >= shares[piece] && piece < shares.Length - 1)
        {
            piece++;
        }

        var start = piece == 0 ? 0 : shares[piece - 1];
        var fraction = (position - start) / (shares[piece] - start);
        return lows[piece] < highs[piece]
            ? Math.Min(lows[piece] + fraction * (highs[piece] - lows[piece]), Math.BitDecrement(highs[piece]))
            : lows[piece];
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteDoubles(shares);
        writer.WriteDoubles(lows);
        writer.WriteDoubles(highs);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static NumberCell Read(PayloadReader reader)
    {
        var (shares, lows, highs) = (reader.ReadDoubles(), reader.ReadDoubles(), reader.ReadDoubles());
        return shares.Length > 0 && lows.Length == shares.Length && highs.Length == shares.Length
            ? new NumberCell(shares, lows, highs)
            : throw reader.Fault($"{shares.Length} shares, {lows.Length} and {highs.Length} ends", "as many of each, at least one");
    }
}
