using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>Positive labels among outcomes.</summary>
internal readonly record struct LabelCount(long Positives, long Rows)
{
    public double Rate => Rows == 0 ? 0 : (double)Positives / Rows;

    public static LabelCount Of(OutcomeCounts counts, int bin) => new(counts[true][bin], counts[true][bin] + counts[false][bin]);

    public static LabelCount operator +(LabelCount left, LabelCount right) => new(left.Positives + right.Positives, left.Rows + right.Rows);
}
