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
/// <param name="ReferenceShare">The share of positives in the reference.</param>
/// <param name="FittedShare">The share w that explains the features best.</param>
/// <param name="Explained">The share of the features' movement, beyond chance, that the mix explains. Range [0, 1].</param>
internal sealed record ClassMixture(double ReferenceShare, double FittedShare, double Explained)
{
    /// <summary>Fits the mix; null where the reference has no binary target, or the features did not move.</summary>
    public static ClassMixture? Of(Reference reference, Profile current)
    {
        if (reference.Positive is null || current.Rows == 0 || PositiveCode(reference) is not var (target, code))
        {
            return null;
        }

        var (positives, negatives) = (new Profile(reference.Codebook), new Profile(reference.Codebook));
        for (var row = 0; row < reference.Rows; row++)
        {
            var label = reference.Codes[target][row];
            if (label >= Code.First)
            {
                (label == code ? positives : negatives).Add(reference.Codes, row, 1);
            }
        }

        var columns = Enumerable.Range(0, reference.Codebook.Columns.Length)
            .Where(column => reference.Schema[reference.Schema.IndexOf(reference.Codebook.Columns[column].Name)].Role == ColumnRole.Feature)
            .ToArray();
        var share = (double)positives.Rows / (positives.Rows + negatives.Rows);
        var chance = columns.Sum(column => Occupied(reference.Profile, column) - 1) * (1 + ((double)current.Rows / reference.Rows));
        var unfitted = Misfit(share) - chance;
        if (unfitted <= chance / 2)
        {
            return null;
        }

        var fitted = GoldenSection.Minimise(Misfit, 0, 1);
        return new(share, fitted, Math.Clamp(1 - (Math.Max(0, Misfit(fitted) - chance) / unfitted), 0, 1));

        double Misfit(double mix) => columns.Sum(column => MisfitOf(positives, negatives, current, column, mix));
    }

    private static double MisfitOf(Profile positives, Profile negatives, Profile current, int column, double mix)
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
                sum += count * Math.Log(count / (current.Rows * ((mix * positive) + ((1 - mix) * negative))));
            }
        }

        return 2 * sum;
    }

    private static int Occupied(Profile profile, int column) => profile[column].Length - profile[column].Count(0L);

    private static (int Column, byte Code)? PositiveCode(Reference reference)
    {
        var name = reference.Schema.WithRole(ColumnRole.Target)!.Name;
        var column = reference.Codebook.IndexOf(name);
        return column < 0 ? null : reference.Codebook.Columns[column] switch
        {
            NumberCodes numbers => (column, numbers.Encode(double.Parse(reference.Positive!))),
            NameCodes names => (column, names.Encode(reference.Positive)),
            _ => null,
        };
    }
}
