using SynthMonitor.Data;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>
/// Rows thinned towards the upper end of the numeric feature that is most strongly associated with the label: a row of rank u in [0, 1]
/// is kept with probability exp(k(u − 1)), where k is the least whole number, at least 2, that moves the mean rank by half a standard
/// deviation.
/// </summary>
internal sealed class CovariateChange : IRowChange
{
    private const double WantedShift = 0.5;
    private const int MaximumTilt = 8;

    private readonly string column;
    private readonly Ranks ranks;
    private readonly int tilt;

    public CovariateChange(Table sample, ReadOnlySpan<bool> isPositive)
    {
        var ranked = Association.Rank(sample, isPositive);
        if (ranked.Count == 0)
        {
            throw new InputException(null, null, null, "drift 'covariate' without a numeric feature", "at least one numeric feature");
        }

        var strongest = ranked[0];
        column = strongest.Name;
        ranks = new Ranks(strongest.Values);
        var places = Places(strongest.Values);
        for (tilt = 2; tilt < MaximumTilt && Shift(places, tilt) < WantedShift; tilt++)
        {
        }
    }

    public double[] Keep(Table rows, bool drifted)
    {
        var keep = new double[rows.Rows];
        Array.Fill(keep, 1);
        return drifted ? [.. Places(((NumberColumn)rows[column]).Values).Select(place => Probability(place, tilt))] : keep;
    }

    public bool[] Relabel(Table rows) => new bool[rows.Rows];

    public override string ToString() => $"rows towards the upper end of {column}";

    private static double Probability(double place, int tilt) => Math.Exp(tilt * (place - 1));

    /// <summary>By how many of its standard deviations the mean rank moves.</summary>
    private static double Shift(double[] places, int tilt)
    {
        var mean = places.Average();
        var deviation = Math.Sqrt(places.Average(place => (place - mean) * (place - mean)));
        var tilted = places.Sum(place => place * Probability(place, tilt)) / places.Sum(place => Probability(place, tilt));
        return (tilted - mean) / deviation;
    }

    private double[] Places(ReadOnlySpan<double> values)
    {
        var places = new double[values.Length];
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = ranks.Of(values[row]);
        }

        return places;
    }
}
