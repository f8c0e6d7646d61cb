using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>Outcomes whose scores lie next to each other, before and since the onset.</summary>
internal readonly record struct ScoreGroup(LabelCount Before, LabelCount Since)
{
    /// <summary>Cuts the scores into groups of about equally many outcomes of both sides together.</summary>
    public static List<ScoreGroup> Cut(OutcomeCounts before, OutcomeCounts since, int groups)
    {
        var cut = new List<ScoreGroup>();
        var group = default(ScoreGroup);
        var (rows, seen) = (before.Rows + since.Rows, 0L);
        for (var bin = 0; bin < before.Bins; bin++)
        {
            group = new(group.Before + LabelCount.Of(before, bin), group.Since + LabelCount.Of(since, bin));
            seen += before[false][bin] + before[true][bin] + since[false][bin] + since[true][bin];
            if (bin == before.Bins - 1 || seen * groups >= rows * (cut.Count + 1))
            {
                cut.Add(group);
                group = default;
            }
        }

        return cut;
    }
}
