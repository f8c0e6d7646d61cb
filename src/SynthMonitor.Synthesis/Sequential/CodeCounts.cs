using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>A distribution of codes, as whole counts of the codes that occur.</summary>
internal sealed class CodeCounts
{
    private readonly byte[] codes;
    private readonly int[] cumulative;

    private CodeCounts(byte[] codes, int[] cumulative)
    {
        this.codes = codes;
        this.cumulative = cumulative;
    }

    /// <summary>The sum of all counts, at least 1.</summary>
    public int Total => cumulative[^1];

    /// <summary>The distribution of a histogram, in which at least one count is above 0.</summary>
    public static CodeCounts Of(ReadOnlySpan<int> counts)
    {
        var codes = new List<byte>();
        var cumulative = new List<int>();
        var total = 0;
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                total += counts[code];
                codes.Add((byte)code);
                cumulative.Add(total);
            }
        }

        return new CodeCounts([.. codes], [.. cumulative]);
    }

    /// <summary>The code that has a position below it.</summary>
    /// <param name="position">0 … <see cref="Total"/> - 1, uniform.</param>
    /// <param name="count">The count of that code.</param>
    public byte At(int position, out int count)
    {
        var (low, high) = (0, cumulative.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cumulative[middle] > position ? (low, middle) : (middle + 1, high);
        }

        count = Count(low);
        return codes[low];
    }

    /// <summary>The probability of a code.</summary>
    public double Probability(byte code) =>
        Array.BinarySearch(codes, code) is var index and >= 0 ? (double)Count(index) / Total : 0;

    /// <summary>The share of this distribution that is allowed.</summary>
    /// <param name="allowed">For each code the positions that are allowed inside it.</param>
    /// <returns>0 … 1.</returns>
    public double Share(UnitSet[] allowed)
    {
        var share = 0.0;
        for (var i = 0; i < codes.Length; i++)
        {
            share += Count(i) * allowed[codes[i]].Length;
        }

        return share / Total;
    }

    /// <summary>The code that has a share of what is allowed below it.</summary>
    /// <param name="allowed">For each code the positions that are allowed inside it; <see cref="Share"/> is above 0.</param>
    /// <param name="position">In [0, 1), uniform.</param>
    public byte At(UnitSet[] allowed, double position)
    {
        var left = position * Share(allowed) * Total;
        byte last = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            var part = Count(i) * allowed[codes[i]].Length;
            if (part > 0)
            {
                if (left < part)
                {
                    return codes[i];
                }

                left -= part;
                last = codes[i];
            }
        }

        return last;
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(codes);
        for (var i = 0; i < codes.Length; i++)
        {
            writer.WriteCount(Count(i));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="limit">Codes must be below it.</param>
    public static CodeCounts Read(PayloadReader reader, int limit)
    {
        var codes = reader.ReadBytes().ToArray();
        var counts = new int[limit];
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] >= limit || (i > 0 && codes[i] <= codes[i - 1]))
            {
                throw reader.Fault($"code {codes[i]}", $"rising codes below {limit}");
            }

            counts[codes[i]] = reader.ReadCount();
        }

        return counts.Sum(count => (long)count) is > 0 and <= int.MaxValue
            ? Of(counts)
            : throw reader.Fault("counts that add up to nothing or to more than 31 bits", "a distribution");
    }

    private int Count(int i) => i == 0 ? cumulative[0] : cumulative[i] - cumulative[i - 1];
}
