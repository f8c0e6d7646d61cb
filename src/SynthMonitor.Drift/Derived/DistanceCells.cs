using SynthMonitor.Data.Codes;

namespace SynthMonitor.Drift.Derived;

/// <summary>
/// Cells of a distance: rows that do not fit lie far out, so the bulk is cut coarsely and the upper tail again and again in half, down to
/// 5 rows: 5 %, 2.5 %, 1.25 % …
/// </summary>
internal static class DistanceCells
{
    private const int FewestRows = 5;
    private const double FirstTail = 0.05;

    private static readonly double[] Bulk = [0.1, 0.25, 0.5, 0.75, 0.9];

    /// <summary>Cuts a distance.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="distances">Finite distances, at least one; sorted here.</param>
    public static NumberCodes Cut(string name, double[] distances)
    {
        Array.Sort(distances);
        List<double> shares = [.. Bulk];
        for (var tail = FirstTail; tail * distances.Length >= FewestRows; tail /= 2)
        {
            shares.Add(1 - tail);
        }

        var upper = shares.Append(1).Select(share => distances[(int)Math.Ceiling(share * distances.Length) - 1]).Distinct();
        return new NumberCodes(name, distances[0], [.. upper]);
    }
}
