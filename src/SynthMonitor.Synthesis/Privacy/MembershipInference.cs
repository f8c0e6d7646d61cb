using System.Collections.Immutable;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Privacy;

/// <summary>
/// Attacks that ask of a real row whether it was one of the training rows. The attacker has the synthetic rows and other real rows (DOMIAS,
/// van Breugel et al. 2023): a row that lies nearer to synthetic rows than other real rows make likely was probably trained on.
/// </summary>
/// <param name="Attacks">The attacks: by the distance to the nearest synthetic row, and by the ratio of densities from the 1st and 5th neighbour.</param>
/// <param name="Rows">How many training rows, and as many others, were attacked.</param>
public sealed record MembershipInference(ImmutableArray<MembershipAttack> Attacks, int Rows)
{
    private const int Neighbours = 5;
    private const double Offset = 1e-9;

    /// <summary>The fewest rows of each table.</summary>
    public const int MinimumRows = 30;

    /// <summary>The attack with the greatest AUC: what has to be feared.</summary>
    public MembershipAttack Strongest => Attacks.MaxBy(attack => attack.Auc)!;

    /// <summary>Attacks a third of the smaller real table's rows of each kind; the other holdout rows are what the attacker knows.</summary>
    /// <param name="train">The training rows; at least <see cref="MinimumRows"/>.</param>
    /// <param name="holdout">Real rows that were not trained on; at least <see cref="MinimumRows"/>.</param>
    /// <param name="synthetic">The synthetic rows; at least 5.</param>
    /// <param name="seed">Chooses the rows.</param>
    /// <param name="cancellation">Stops it.</param>
    public static MembershipInference Of(Table train, Table holdout, Table synthetic, ulong seed, CancellationToken cancellation)
    {
        var attacked = Math.Min(train.Rows, holdout.Rows) / 3;
        var points = RowPoints.Of(train, holdout, synthetic);
        var (first, second) = (Shuffled(train.Rows, seed, 1), Shuffled(holdout.Rows, seed, 2));
        var (members, others) = (points[0].Take(first.AsSpan(0, attacked)), points[1].Take(second.AsSpan(0, attacked)));
        var reference = points[1].Take(second.AsSpan(attacked));
        var (ofMembers, ofOthers) = (Look(members), Look(others));
        return new(
            [
                MembershipAttack.Of("distance", Scores(ofMembers, row => -row.Synthetic[0]), Scores(ofOthers, row => -row.Synthetic[0])),
                MembershipAttack.Of("density of the nearest", Scores(ofMembers, row => Ratio(row, 0)), Scores(ofOthers, row => Ratio(row, 0))),
                MembershipAttack.Of("density of the nearest five", Scores(ofMembers, row => Ratio(row, Neighbours - 1)), Scores(ofOthers, row => Ratio(row, Neighbours - 1))),
            ],
            attacked);

        (float[] Synthetic, float[] Reference)[] Look(RowPoints rows) =>
            [.. NearestRows.Distances(rows, points[2], Neighbours, cancellation).Zip(NearestRows.Distances(rows, reference, Neighbours, cancellation))];
    }

    private static double[] Scores((float[] Synthetic, float[] Reference)[] rows, Func<(float[] Synthetic, float[] Reference), double> score) => Array.ConvertAll(rows, row => score(row));

    private static double Ratio((float[] Synthetic, float[] Reference) row, int neighbour) => Math.Log((row.Reference[neighbour] + Offset) / (row.Synthetic[neighbour] + Offset));

    private static int[] Shuffled(int count, ulong seed, ulong key)
    {
        var rows = Enumerable.Range(0, count).ToArray();
        new KeyedRandom(seed, key).Shuffle<int>(rows);
        return rows;
    }
}
