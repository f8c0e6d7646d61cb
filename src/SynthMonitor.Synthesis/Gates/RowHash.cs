using SynthMonitor.Data.Schemas;
using SynthMonitor.Synthesis.Constraints;

namespace SynthMonitor.Synthesis.Gates;

/// <summary>A 64-bit hash of the values of a row (FNV-1a; Fowler, Noll and Vo 1991): equal rows have equal hashes.</summary>
/// <param name="schema">The columns.</param>
/// <param name="positions">The positions of those that count.</param>
internal sealed class RowHash(Schema schema, int[] positions)
{
    private const ulong Prime = 0x100000001B3;

    /// <summary>The hash of a row.</summary>
    public long Of(ICells cells, int row)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var position in positions)
        {
            if (schema[position].IsNominal)
            {
                hash = Add(hash, cells.Name(row, position));
            }
            else
            {
                // Adding 0 makes one of the two zeros.
                var bits = (ulong)BitConverter.DoubleToInt64Bits(cells.Number(row, position) + 0.0);
                hash = Mix(Mix(hash, bits), bits >> 32);
            }
        }

        return (long)hash;
    }

    private static ulong Add(ulong hash, string? text)
    {
        foreach (var character in text ?? "\0missing")
        {
            hash = (hash ^ character) * Prime;
        }

        return (hash ^ 0xFFFF) * Prime;
    }

    private static ulong Mix(ulong hash, ulong bits)
    {
        hash = (hash ^ bits) * Prime;
        return hash ^ (hash >> 29);
    }
}
