using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>How much of a column's movement lies in its guard cells, and in cells that the reference left empty.</summary>
/// <param name="Name">The column.</param>
/// <param name="Moved">The total variation distance between reference and current rows, with the part that chance would show taken off.</param>
/// <param name="Faults">The part of it in missing and not-a-number.</param>
/// <param name="Novel">The rise of the share of rows whose value is below, above or unseen, or in an empty cell between reference values.</param>
/// <param name="Outside">The share of current rows below, above or unseen.</param>
internal readonly record struct GuardFindings(string Name, double Moved, double Faults, double Novel, double Outside)
{
    /// <summary>The findings for a column; null where a side has no rows.</summary>
    public static GuardFindings? Of(Codebook codebook, int column, Profile reference, Profile current)
    {
        if (TotalVariationDistance.Compute(reference[column], current[column]).Value is not { } distance
            || TotalVariationDistance.NullMean(reference[column], current.Rows).Value is not { } chance)
        {
            return null;
        }

        double Share(Profile profile, byte code) => (double)profile[column][code] / profile.Rows;
        double Change(byte code) => Share(current, code) - Share(reference, code);
        var outside = Share(current, Code.Below) + Share(current, Code.Above) + Share(current, Code.Unseen);
        return new(
            codebook.Columns[column].Name,
            Math.Sqrt(Math.Max(0, (distance * distance) - (chance * chance))),
            Math.Max(Math.Abs(Change(Code.Missing)), Math.Abs(Change(Code.NotANumber))),
            Change(Code.Below) + Change(Code.Above) + Change(Code.Unseen) + Gaps(reference[column], current[column]),
            outside);
    }

    private static double Gaps(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (inGaps, rows) = (0L, 0L);
        for (var code = 0; code < current.Length; code++)
        {
            rows += current[code];
            inGaps += code >= Code.First && reference[code] == 0 ? current[code] : 0;
        }

        return (double)inGaps / rows;
    }
}
