namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The law of Kolmogorov's D for many values: Kolmogorov's limit with the next three terms in powers of <c>n^(−½)</c>.
/// Source: Pelz and Good 1976; formulas as in Simard and L'Ecuyer, Journal of Statistical Software 39(11), 2011, section 2.4.
/// </summary>
internal static class PelzGood
{
    private const double Pi2 = Math.PI * Math.PI;
    private const double Pi4 = Pi2 * Pi2;
    private const double Pi6 = Pi4 * Pi2;

    /// <summary>P(D &lt; d).</summary>
    public static double LowerTail(long n, double d)
    {
        var z = Math.Sqrt(n) * d;
        double z2 = z * z, z4 = z2 * z2, z6 = z4 * z2;
        var (k0, k1, k2, k3) = (0.0, 0.0, 0.0, 0.0);
        var terms = (int)Math.Ceiling(16 * z / Math.PI);
        for (var k = terms; k >= 0; k--)
        {
            var odd = ((2 * k) + 1) / 2.0;
            double o2 = odd * odd, o4 = o2 * o2, o6 = o4 * o2;
            var odds = Math.Exp(-Pi2 * o2 / (2 * z2));
            k0 += odds;
            k1 += ((Pi2 * o2) - z2) * odds;
            k2 += ((6 * z6) + (2 * z4) + (Pi2 * ((2 * z4) - (5 * z2)) * o2) + (Pi4 * (1 - (2 * z2)) * o4)) * odds;
            k3 += ((-30 * z6) - (90 * z4 * z4) + (Pi2 * ((135 * z4) - (96 * z6)) * o2) + (Pi4 * ((212 * z4) - (60 * z2)) * o4)
                + (Pi6 * (5 - (30 * z2)) * o6)) * odds;
        }

        var (whole2, whole3) = (0.0, 0.0);
        for (var k = terms; k > 0; k--)
        {
            double square = (double)k * k;
            var whole = Math.Exp(-Pi2 * square / (2 * z2));
            whole2 += square * whole;
            whole3 += square * ((3 * z2) - (Pi2 * square)) * whole;
        }

        var root = Math.Sqrt(2 * Math.PI);
        return (root * k0 / z)
            + (root * k1 / (6 * z4) / Math.Sqrt(n))
            + (((root * k2 / (72 * z6 * z)) - (root * Pi2 * whole2 / (36 * z2 * z))) / n)
            + (((root * k3 / (6480 * z6 * z4)) + (root * Pi2 * whole3 / (216 * z6))) / (n * Math.Sqrt(n)));
    }
}
