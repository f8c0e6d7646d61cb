namespace SynthMonitor.Learning.Judging;

/// <summary>
/// Looks for slices that a candidate harms: the mean of its loss less the champion's is above a margin by more than √(2 ln(slices / α)) standard
/// errors, which by the Gaussian tail bound exp(−z²/2) happens by chance in any slice at all with probability α at most.
/// </summary>
internal static class SliceCheck
{
    /// <summary>The slice with the strongest sign of harm, or null where there are no slices.</summary>
    /// <param name="slices">The slices.</param>
    /// <param name="champion">The champion's loss of each row.</param>
    /// <param name="candidate">The candidate's loss of each row.</param>
    /// <param name="margin">By how much a slice's mean loss may be worse.</param>
    /// <param name="alpha">The probability of calling harm where there is none.</param>
    public static SliceHarm? Worst(IReadOnlyList<Slice> slices, double[] champion, double[] candidate, double margin, double alpha)
    {
        var bound = Math.Sqrt(2 * Math.Log(slices.Count / alpha));
        return slices.Select(slice => (Slice: slice, Sign: Sign(slice, champion, candidate, margin)))
            .OrderByDescending(found => found.Sign.Z)
            .Select(found => new SliceHarm(found.Slice.Description, found.Slice.Rows.Length, found.Sign.Mean, found.Sign.Z > bound))
            .FirstOrDefault();
    }

    private static (double Mean, double Z) Sign(Slice slice, double[] champion, double[] candidate, double margin)
    {
        double sum = 0, squares = 0;
        foreach (var row in slice.Rows)
        {
            var difference = candidate[row] - champion[row];
            sum += difference;
            squares += difference * difference;
        }

        var mean = sum / slice.Rows.Length;
        var error = Math.Sqrt(Math.Max(0, (squares / slice.Rows.Length) - (mean * mean)) / slice.Rows.Length);
        return (mean, error > 0 ? (mean - margin) / error : mean > margin ? double.PositiveInfinity : double.NegativeInfinity);
    }
}
