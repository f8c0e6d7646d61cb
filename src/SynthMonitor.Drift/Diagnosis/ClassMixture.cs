using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>
/// Whether another mix of the reference's classes explains how the features moved: under pure label shift every feature's distribution is
/// <c>w p(x | positive) + (1 − w) p(x | negative)</c> with one w for all. Fitted by maximum likelihood, columns taken as independent. It
/// needs no current labels.
/// </summary>
internal sealed class ClassMixture
{
    private const double Deviations = 3.5;

    private readonly Profile positives;
    private readonly Profile negatives;
    private readonly Profile current;
    private readonly int[] features;
    private readonly double[] freedoms;

    private ClassMixture(Reference reference, Profile current, int target, byte positive)
    {
        this.current = current;
        (positives, negatives) = (new Profile(reference.Codebook), new Profile(reference.Codebook));
        for (var row = 0; row < reference.Rows; row++)
        {
            var label = reference.Codes[target][row];
            if (label >= Code.First)
            {
                (label == positive ? positives : negatives).Add(reference.Codes, row, 1);
            }
        }

        features = [.. Enumerable.Range(0, reference.Codebook.Columns.Length)
            .Where(column => reference.Schema[reference.Schema.IndexOf(reference.Codebook.Columns[column].Name)].Role == ColumnRole.Feature)];
        freedoms = [.. features.Select(column => reference.Profile[column].Length - reference.Profile[column].Count(0L) - 1.0)];
        ReferenceShare = (double)positives.Rows / (positives.Rows + negatives.Rows);
        FittedShare = GoldenSection.Minimise(Misfit, 0, 1);
        HasMoved = !Fits(ReferenceShare);
        IsEnough = Fits(FittedShare);
        var moved = Misfit(ReferenceShare) - Chance(ReferenceShare);
        Explained = moved > 0 ? Math.Clamp(1 - (Math.Max(0, Misfit(FittedShare) - Chance(FittedShare)) / moved), 0, 1) : 0;
    }

    /// <summary>The share of positives in the reference.</summary>
    public double ReferenceShare { get; }

    /// <summary>The share that explains the features best.</summary>
    public double FittedShare { get; }

    /// <summary>Whether some feature moved beyond chance.</summary>
    public bool HasMoved { get; }

    /// <summary>Whether chance alone explains what the fitted mix leaves in each feature.</summary>
    public bool IsEnough { get; }

    /// <summary>The share of the movement, beyond chance, that the fitted mix explains. Range [0, 1].</summary>
    public double Explained { get; }

    /// <summary>Fits the mix; null where the reference has no binary target, or there are no current rows.</summary>
    public static ClassMixture? Of(Reference reference, Profile current) =>
        reference.Positive is not null && current.Rows > 0 && PositiveCode(reference) is var (target, code)
            ? new(reference, current, target, code)
            : null;

    /// <summary>Twice the log-likelihood that the features gain when the share of positives is not the reference's but another.</summary>
    public double Gain(double share) => Misfit(ReferenceShare) - Misfit(share);

    private double Misfit(double share) => features.Sum(column => MisfitOf(column, share));

    private double MisfitOf(int column, double share)
    {
        var sum = 0.0;
        var cells = current[column].Length;
        for (var code = 0; code < cells; code++)
        {
            var count = current[column][code];
            if (count > 0)
            {
                var positive = (positives[column][code] + (0.5 / cells)) / (positives.Rows + 0.5);
                var negative = (negatives[column][code] + (0.5 / cells)) / (negatives.Rows + 0.5);
                sum += count * Math.Log(count / (current.Rows * ((share * positive) + ((1 - share) * negative))));
            }
        }

        return 2 * sum;
    }

    /// <summary>Whether the misfit of each feature is one that chance explains.</summary>
    private bool Fits(double share)
    {
        for (var index = 0; index < features.Length; index++)
        {
            var chance = freedoms[index] * Inflation(share);
            var deviation = Inflation(share) * Math.Sqrt(2 * Math.Max(1, freedoms[index]));
            if (MisfitOf(features[index], share) > chance + (Deviations * deviation))
            {
                return false;
            }
        }

        return true;
    }

    private double Chance(double share) => freedoms.Sum() * Inflation(share);

    /// <summary>How much the reference's own sampling error adds to the misfit by chance.</summary>
    private double Inflation(double share) =>
        1 + (current.Rows * ((share * share / Math.Max(1, positives.Rows)) + ((1 - share) * (1 - share) / Math.Max(1, negatives.Rows))));

    private static (int Column, byte Code)? PositiveCode(Reference reference)
    {
        var column = reference.Codebook.IndexOf(reference.Schema.WithRole(ColumnRole.Target)!.Name);
        return column < 0 ? null : reference.Codebook.Columns[column] switch
        {
            NumberCodes numbers => (column, numbers.Encode(double.Parse(reference.Positive!))),
            NameCodes names => (column, names.Encode(reference.Positive)),
            _ => null,
        };
    }
}
