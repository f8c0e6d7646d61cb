using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Profiles;

public sealed partial class Profile
{
    /// <summary>
    /// Writes the counts. A column is a list of (codes skipped, count) for its codes that occur, ended by the number of codes left: the few
    /// cells of a small block take few bytes.
    /// </summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteUnsigned((ulong)Rows);
        foreach (var cells in counts)
        {
            var skipped = 0;
            foreach (var count in cells)
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
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no profile over these codes.</exception>
    public static Profile Read(PayloadReader reader, Codebook codebook)
    {
        var profile = new Profile(codebook) { Rows = ReadNumber(reader) };
        foreach (var cells in profile.counts)
        {
            long sum = 0;
            for (var code = 0; code < cells.Length; code++)
            {
                var skipped = reader.ReadCount();
                if (skipped > cells.Length - code)
                {
                    throw reader.Fault($"{skipped} codes skipped", $"at most {cells.Length - code}");
                }

                code += skipped;
                if (code < cells.Length)
                {
                    cells[code] = ReadNumber(reader);
                    sum += cells[code];
                }
            }

            if (sum != profile.Rows)
            {
                throw reader.Fault($"counts that sum to {sum}", $"{profile.Rows} rows");
            }
        }

        return profile;
    }

    private static long ReadNumber(PayloadReader reader) =>
        reader.ReadUnsigned() is var value && value <= long.MaxValue >> 8 ? (long)value : throw reader.Fault($"the count {value}", "at most 55 bits");
}
