using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The watch over a promotion: the realised error of the new champion over its first outcome blocks against that of the old one on the
/// holdout that decided. It disappoints where it is worse by more than two standard errors.
/// </summary>
internal sealed class Bake(int epoch, double championError, int blocks)
{
    private const double StandardErrors = 2;
    private readonly SortedDictionary<long, OutcomeWindow> seen = [];

    /// <summary>Takes a window; the same one again changes nothing.</summary>
    public void Take(WindowRecord window)
    {
        if (window.Epoch == epoch && window.Outcomes is { Labels: > 0 } outcomes && seen.Count < blocks)
        {
            seen[window.Block] = outcomes;
        }
    }

    /// <summary>Null while too little is known; then whether the new champion has proved itself.</summary>
    public bool? HasProvedItself
    {
        get
        {
            if (seen.Count < blocks)
            {
                return null;
            }

            var labels = seen.Values.Sum(outcomes => outcomes.Labels);
            var error = (double)seen.Values.Sum(outcomes => outcomes.Errors) / labels;
            return error <= championError + (StandardErrors * Math.Sqrt(championError * (1 - championError) / labels));
        }
    }

    /// <summary>The last block that was looked at.</summary>
    public long LastBlock => seen.Keys.LastOrDefault();
}
