using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Privacy;

/// <summary>
/// How near synthetic rows are to rows they were made from and to rows they were not (Platzer and Reutterer 2021). Both are the same number of
/// rows, so that only what was learnt by heart makes a difference.
/// </summary>
/// <param name="DcrShare">
/// The share of synthetic rows that are nearer to a training row than to any holdout row, ties counting half; ½ where nothing was learnt by heart.
/// </param>
/// <param name="ImsTrain">The share of synthetic rows that equal a training row (identical match share).</param>
/// <param name="ImsHoldout">The share of synthetic rows that equal a holdout row.</param>
/// <param name="NndrTrain">The 5 % quantile of the ratio of the distances to the nearest and the second nearest training row; 0 … 1.</param>
/// <param name="NndrHoldout">The same to holdout rows.</param>
/// <param name="Rows">How many training and as many holdout rows were compared with.</param>
public sealed record HoldoutCloseness(ShareInterval DcrShare, double ImsTrain, double ImsHoldout, double NndrTrain, double NndrHoldout, int Rows)
{
    private const double Quantile = 0.05;
    private const float Offset = 1e-8f;

    /// <summary>Compares every synthetic row with training and holdout rows.</summary>
    /// <param name="train">The rows that the synthetic ones were made from; at least 2.</param>
    /// <param name="holdout">Real rows that they were not made from; at least 2.</param>
    /// <param name="synthetic">The synthetic rows; at least 1.</param>
    /// <param name="seed">Chooses which rows of the larger table are compared with.</param>
    /// <param name="cancellation">Stops it.</param>
    public static HoldoutCloseness Of(Table train, Table holdout, Table synthetic, ulong seed, CancellationToken cancellation)
    {
        var rows = Math.Min(train.Rows, holdout.Rows);
        var points = RowPoints.Of(train, holdout, synthetic);
        var (near, far) = (points[0].Take(Choose(train.Rows, rows, seed)), points[1].Take(Choose(holdout.Rows, rows, seed)));
        var toTrain = NearestRows.Distances(points[2], near, 2, cancellation);
        var toHoldout = NearestRows.Distances(points[2], far, 2, cancellation);
        var halves = toTrain.Zip(toHoldout).Sum(pair => pair.First[0] < pair.Second[0] ? 2L : pair.First[0] == pair.Second[0] ? 1 : 0);
        return new(
            ShareInterval.Of(halves / 2.0 / synthetic.Rows, synthetic.Rows), Matches(points[2], near), Matches(points[2], far), Ratio(toTrain), Ratio(toHoldout), rows);
    }

    private static int[] Choose(int all, int count, ulong seed)
    {
        var rows = Enumerable.Range(0, all).ToArray();
        if (count < all)
        {
            new KeyedRandom(seed).Shuffle<int>(rows);
        }

        return rows[..count];
    }

    private static double Matches(RowPoints synthetic, RowPoints real)
    {
        var known = Enumerable.Range(0, real.Rows).Select(real.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, synthetic.Rows).Count(row => known.Contains(synthetic.Key(row))) / (double)synthetic.Rows;
    }

    private static double Ratio(float[][] distances)
    {
        var ratios = Array.ConvertAll(distances, nearest => (double)(nearest[0] + Offset) / (nearest[1] + Offset));
        Array.Sort(ratios);
        return ratios[(int)(Quantile * (ratios.Length - 1))];
    }
}
