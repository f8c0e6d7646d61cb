using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Profiles;

public sealed partial class Profile
{
    /// <summary>Writes the counts; codes that do not occur take hardly any bytes.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteUnsigned((ulong)Rows);
        foreach (var cells in counts)
        {
            SparseCounts.Write(writer, cells);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no profile over these codes.</exception>
    public static Profile Read(PayloadReader reader, Codebook codebook)
    {
        var profile = new Profile(codebook) { Rows = SparseCounts.ReadOne(reader) };
        foreach (var cells in profile.counts)
        {
            if (SparseCounts.Read(reader, cells) is var sum && sum != profile.Rows)
            {
                throw reader.Fault($"counts that sum to {sum}", $"{profile.Rows} rows");
            }
        }

        return profile;
    }
}
