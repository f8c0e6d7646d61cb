namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>The probability of a value at least as great: <c>½ I_w(ν/2, ½)</c> with <c>w = ν / (ν + t²)</c> for t ≥ 0.</summary>
    /// <param name="t">Any number, infinite ones too.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole.</param>
    public static double UpperTail(double t, double degreesOfFreedom)
    {
        var square = t * t;
        var tail = square < degreesOfFreedom
            ? Beta.UpperTail(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2) / 2
            : Beta.LowerTail(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5) / 2;
        return t < 0 ? 1 - tail : tail;
    }

    /// <summary>The p-value of a statistic that is positive where the first sample's quantity is greater.</summary>
    internal static double PValue(double t, double degreesOfFreedom, Alternative alternative) => alternative switch
    {
        Alternative.Greater => UpperTail(t, degreesOfFreedom),
        Alternative.Less => UpperTail(-t, degreesOfFreedom),
        _ => Math.Min(1, 2 * UpperTail(Math.Abs(t), degreesOfFreedom)),
    };
}
