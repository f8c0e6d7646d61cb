using System.Runtime.CompilerServices;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>A set of byte codes, as 256 bits.</summary>
[InlineArray(4)]
internal struct CodeSet
{
    private ulong bits;

    /// <summary>Whether a code is in the set.</summary>
    public readonly bool Contains(byte code) => (this[code >> 6] >> (code & 63) & 1) != 0;

    /// <summary>Puts a code into the set.</summary>
    public void Add(byte code) => this[code >> 6] |= 1UL << (code & 63);

    /// <summary>The codes that are not in the set.</summary>
    public readonly CodeSet Complement()
    {
        var set = new CodeSet();
        for (var word = 0; word < 4; word++)
        {
            set[word] = ~this[word];
        }

        return set;
    }

    /// <summary>The codes in both sets.</summary>
    public readonly CodeSet Intersect(CodeSet other)
    {
        var set = new CodeSet();
        for (var word = 0; word < 4; word++)
        {
            set[word] = this[word] & other[word];
        }

        return set;
    }

    /// <summary>The codes in either set.</summary>
    public readonly CodeSet Union(CodeSet other)
    {
        var set = new CodeSet();
        for (var word = 0; word < 4; word++)
        {
            set[word] = this[word] | other[word];
        }

        return set;
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public readonly void Write(PayloadWriter writer)
    {
        for (var word = 0; word < 4; word++)
        {
            writer.WriteUnsigned(this[word]);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CodeSet Read(PayloadReader reader)
    {
        var set = new CodeSet();
        for (var word = 0; word < 4; word++)
        {
            set[word] = reader.ReadUnsigned();
        }

        return set;
    }
}
