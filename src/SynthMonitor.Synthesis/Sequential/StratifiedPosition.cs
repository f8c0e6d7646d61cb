using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Uniform positions of rows that are spread more evenly than independent ones: of the first 2^k rows exactly one lies in each of 2^k equal
/// parts of [0, 1). It is the van der Corput sequence, scrambled and put into another order for each seed and stream (nested uniform
/// scrambling, Owen 1995; by hashing, Burley 2020, with the hash of Laine and Karras 2011). Marginals then have less sampling noise, and a
/// row's position still depends on nothing but its number.
/// </summary>
internal readonly struct StratifiedPosition
{
    private readonly ulong seed;
    private readonly ulong stream;
    private readonly ulong column;

    /// <summary>The positions of one column.</summary>
    public StratifiedPosition(ulong seed, ulong stream, ulong column)
    {
        this.seed = seed;
        this.stream = stream;
        this.column = column;
    }

    /// <summary>The position of a row, in [0, 1).</summary>
    public double Of(ulong row)
    {
        // Beyond 2^32 rows another scrambling begins.
        var random = new KeyedRandom(seed, row >> 32, column, ~stream);
        var bits = random.NextUInt64();
        var order = Scramble((uint)row, (uint)bits);
        var high = Scramble(Reverse(order), (uint)(bits >> 32));
        var low = new KeyedRandom(seed, row, column, stream).NextUInt64() >> 43;
        return (((ulong)high << 21) | low) * (1.0 / (1UL << 53));
    }

    /// <summary>Each bit is flipped or not, as a function of all bits above it.</summary>
    private static uint Scramble(uint value, uint seed)
    {
        value = Reverse(value);
        value += seed;
        value ^= value * 0x6C50B47C;
        value ^= value * 0xB82F1E52;
        value ^= value * 0xC7AFE638;
        value ^= value * 0x8D22F6E6;
        return Reverse(value);
    }

    private static uint Reverse(uint value)
    {
        value = ((value & 0x55555555) << 1) | ((value >> 1) & 0x55555555);
        value = ((value & 0x33333333) << 2) | ((value >> 2) & 0x33333333);
        value = ((value & 0x0F0F0F0F) << 4) | ((value >> 4) & 0x0F0F0F0F);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }
}
