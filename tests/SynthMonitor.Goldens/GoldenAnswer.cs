namespace SynthMonitor.Goldens;

/// <summary>
/// What the project computes for a case, under the keys of <c>expected</c>: an <see cref="Estimate"/>, an <see cref="Inexact"/>, a number, a
/// truth value, text, null, or an array or dictionary of these. Keys that the case does not expect are not compared, and of an answer inside of
/// an answer only those that it has.
/// </summary>
public sealed class GoldenAnswer : Dictionary<string, object?>
{
    public GoldenAnswer()
        : base(StringComparer.Ordinal)
    {
    }
}

/// <summary>A number of which the package's own is known to be off by up to so much more than the case's tolerance.</summary>
public sealed record Inexact(Estimate Value, double Allowance);
