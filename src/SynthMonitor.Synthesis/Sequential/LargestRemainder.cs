namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Shares a whole number out in proportion to weights (the method of largest remainders; Hamilton).</summary>
internal static class LargestRemainder
{
    /// <summary>The parts, which add up to the whole.</summary>
    /// <param name="whole">At least 0.</param>
    /// <param name="weights">At least 0, not all of them 0; between equal remainders the earlier comes first.</param>
    public static int[] Share(int whole, double[] weights)
    {
        var total = weights.Sum();
        var exact = weights.Select(weight => whole * (weight / total)).ToArray();
        var parts = exact.Select(part => (int)Math.Floor(part + 1e-9)).ToArray();
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(part => exact[part] - parts[part]).ThenBy(part => part).ToArray();
        var left = whole - parts.Sum();
        for (var next = 0; next < left; next++)
        {
            parts[order[next]]++;
        }

        return parts;
    }
}
