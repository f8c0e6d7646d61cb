using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>The alarms that the rule would raise on scores simulated without drift, as a function of the threshold.</summary>
internal sealed class NullAlarms
{
    private readonly double[][] scores;
    private readonly double[][] raising;
    private readonly MonitorOptions options;
    private readonly double clear;
    private readonly double highest;

    /// <summary>Creates the function.</summary>
    /// <param name="scores">The scores of each replicate, block by block.</param>
    /// <param name="options">The rule.</param>
    /// <param name="clear">The level to clear.</param>
    public NullAlarms(double[][] scores, MonitorOptions options, double clear)
    {
        (this.scores, this.options, this.clear) = (scores, options, clear);
        raising = options.RaiseOutOf == 1 ? scores : [.. scores.Select(Raising)];
        highest = raising.Max(replicate => replicate.DefaultIfEmpty().Max());
    }

    /// <summary>The number of alarms.</summary>
    public long CountAt(double threshold) => Run(threshold, out _, out _);

    /// <summary>Alarms per block that is not in alarm.</summary>
    public double RateAt(double threshold)
    {
        var alarms = Run(threshold, out var quiet, out _);
        return quiet == 0 ? 0 : (double)alarms / quiet;
    }

    /// <summary>By how much, in units of −ln p, alarms exceed the threshold at their peak, on average.</summary>
    public double MeanExcess(double threshold)
    {
        var alarms = Run(threshold, out _, out var excess);
        return alarms == 0 ? 0 : excess / alarms;
    }

    /// <summary>The threshold at which the rate falls to a target.</summary>
    public double LevelOf(double rate) => Bisection.Falling(RateAt, rate, 0, highest + 1e-6);

    private long Run(double threshold, out long quiet, out double excess)
    {
        long alarms = 0;
        (quiet, excess) = (0, 0);
        var floor = Normal.MinusLogUpperTail(threshold);
        for (var replicate = 0; replicate < scores.Length; replicate++)
        {
            var rule = new AlarmRule(options, threshold, Math.Min(clear, threshold));
            var peak = 0.0;
            for (var block = 0; block < scores[replicate].Length; block++)
            {
                quiet += rule.IsOn ? 0 : 1;
                switch (rule.Observe(scores[replicate][block]))
                {
                    case AlarmTransition.Raised:
                        alarms++;
                        peak = 0;
                        break;
                    case AlarmTransition.Resolved:
                        excess += Normal.MinusLogUpperTail(peak) - floor;
                        break;
                }

                peak = rule.IsOn ? Math.Max(peak, raising[replicate][block]) : 0;
            }

            excess += rule.IsOn ? Normal.MinusLogUpperTail(peak) - floor : 0;
        }

        return alarms;
    }

    /// <summary>For each block the highest threshold that would raise an alarm there: the k-th greatest of the last n scores.</summary>
    private double[] Raising(double[] replicate)
    {
        var raised = new double[replicate.Length];
        for (var block = 0; block < replicate.Length; block++)
        {
            var window = replicate[Math.Max(0, block + 1 - options.RaiseOutOf)..(block + 1)];
            Array.Sort(window);
            raised[block] = window.Length < options.RaiseAfter ? 0 : window[^options.RaiseAfter];
        }

        return raised;
    }
}
