namespace SynthMonitor.Data.Randomness;

/// <summary>
/// Reproducible random numbers: a counter-based generator (SplitMix64, Steele, Lea and Flood 2014) whose stream is chosen by a seed and
/// keys, so that what a row or a replicate draws depends on its key and never on threads or order.
/// </summary>
public struct KeyedRandom
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>The stream of a seed and up to three keys.</summary>
    public KeyedRandom(ulong seed, ulong key = 0, ulong subkey = 0, ulong detail = 0) =>
        state = Mix(Mix(Mix(Mix(seed + Increment) ^ key) + Increment ^ subkey) + Increment ^ detail);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64() => Mix(state += Increment);

    /// <summary>A number in [0, 1), with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="bound"/>) (Lemire's multiply-shift; bias below 2^-32).</summary>
    /// <param name="bound">At least 1.</param>
    public int Next(int bound) => (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);

    /// <summary>A standard normal number (Box and Muller 1958).</summary>
    public double NextNormal() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Puts values into random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
