using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The watch over a promotion: the realised error of the new champion over its first outcome blocks against what the holdout that decided
/// lets expect. It disappoints where it is worse by more than two standard errors.
/// </summary>
/// <param name="epoch">The epoch that followed the promotion.</param>
/// <param name="expectedError">The greater of the old and the new champion's error on the holdout, which holds rows since the onset.</param>
/// <param name="blocks">The number of outcome blocks to look at.</param>
internal sealed class Bake(int epoch, double expectedError, int blocks)
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
            return error <= expectedError + (StandardErrors * Math.Sqrt(expectedError * (1 - expectedError) / labels));
        }
    }

    /// <summary>The last block that was looked at.</summary>
    public long LastBlock => seen.Keys.LastOrDefault();
}
