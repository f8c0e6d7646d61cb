using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Profiles;

/// <summary>
/// The binary layout of counts most of which are 0: for each one that is not, how many were skipped before it and its value; then, if the
/// last is 0, how many were skipped to the end. The reader knows the length.
/// </summary>
internal static class SparseCounts
{
    private const long Most = long.MaxValue >> 8;

    public static void Write(PayloadWriter writer, ReadOnlySpan<long> counts)
    {
        var skipped = 0;
        foreach (var count in counts)
        {
            if (count == 0)
            {
                skipped++;
                continue;
            }

            writer.WriteCount(skipped);
            writer.WriteUnsigned((ulong)count);
            skipped = 0;
        }

        if (skipped > 0)
        {
            writer.WriteCount(skipped);
        }
    }

    /// <summary>Reads counts.</summary>
    /// <returns>Their sum.</returns>
    public static long Read(PayloadReader reader, Span<long> counts)
    {
        counts.Clear();
        long sum = 0;
        for (var position = 0; position < counts.Length; position++)
        {
            var skipped = reader.ReadCount();
            if (skipped > counts.Length - position)
            {
                throw reader.Fault($"{skipped} counts skipped", $"at most {counts.Length - position}");
            }

            position += skipped;
            if (position < counts.Length)
            {
                counts[position] = ReadOne(reader);
                sum += counts[position];
            }
        }

        return sum;
    }

    public static long ReadOne(PayloadReader reader) =>
        reader.ReadUnsigned() is var value && value <= Most ? (long)value : throw reader.Fault($"the count {value}", $"at most {Most}");
}
