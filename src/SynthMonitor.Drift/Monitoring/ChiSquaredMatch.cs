using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// The scaled distribution <c>a·χ²_ν</c> that has the mean and variance which a statistic has without drift (Satterthwaite 1946). It brings
/// every channel and scale to a common z, so that a restless one does not deafen the others; no promise rests on it.
/// </summary>
internal readonly struct ChiSquaredMatch
{
    private readonly double scale;
    private readonly double freedom;
    private readonly double inverseMean;
    private readonly double centre;
    private readonly double inverseSpread;

    public ChiSquaredMatch(double mean, double variance)
    {
        (scale, freedom) = mean > 0 && variance > 0 && 2 * mean * mean >= variance
            ? (variance / (2 * mean), 2 * mean * mean / variance)
            : (Math.Max(1, Math.Sqrt(variance / 2)), 1);
        inverseMean = 1 / (scale * freedom);
        centre = 1 - (2 / (9 * freedom));
        inverseSpread = 1 / Math.Sqrt(2 / (9 * freedom));
    }

    /// <summary>The mean of the statistic without drift.</summary>
    public double Mean => scale * freedom;

    /// <summary>The statistic as a normal score (Wilson and Hilferty 1931).</summary>
    public double Z(double statistic) => (Math.Cbrt(statistic * inverseMean) - centre) * inverseSpread;

    /// <summary>How far the statistic exceeds its mean, in the unit of χ²: about twice the evidence in nats.</summary>
    public double Excess(double statistic) => Math.Max(0, (statistic / scale) - freedom);

    /// <summary>The probability, without drift, of a statistic at least as great.</summary>
    public double PValue(double statistic) => ChiSquared.UpperTail(statistic / scale, freedom);
}
