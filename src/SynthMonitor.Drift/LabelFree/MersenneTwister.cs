namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), and permutations as NumPy's <c>RandomState</c> draws them: so that rows are held
/// out as scikit-learn holds them out, and the same scores are calibrated.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Words = 624;
    private const int Shift = 397;

    private readonly uint[] state = new uint[Words];
    private int position = Words;

    public MersenneTwister(uint seed)
    {
        for (var index = 0; index < Words; index++)
        {
            state[index] = seed;
            seed = (1812433253u * (seed ^ (seed >> 30))) + (uint)index + 1;
        }
    }

    /// <summary>0 … n − 1 in random order (Fisher and Yates, by rejection).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var index = 0; index < count; index++)
        {
            order[index] = index;
        }

        for (var last = count - 1; last > 0; last--)
        {
            var chosen = UpTo((uint)last);
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }

        return order;
    }

    private uint UpTo(uint most)
    {
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(most);
        uint value;
        do
        {
            value = Next() & mask;
        }
        while (value > most);

        return value;
    }

    private uint Next()
    {
        if (position == Words)
        {
            Twist();
        }

        var word = state[position++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >> 18);
    }

    private void Twist()
    {
        for (var index = 0; index < Words; index++)
        {
            var word = (state[index] & 0x80000000) | (state[(index + 1) % Words] & 0x7FFFFFFF);
            state[index] = state[(index + Shift) % Words] ^ (word >> 1) ^ ((word & 1) * 0x9908B0DF);
        }

        position = 0;
    }
}
