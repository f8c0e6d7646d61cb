using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Ledger;

/// <summary>What was counted of one block: rows, faults and a profile for each model version.</summary>
internal sealed class BlockCounts
{
    private readonly SortedDictionary<string, Profile> profiles = new(StringComparer.Ordinal);

    public long Rows { get; private set; }

    public long Faults { get; private set; }

    /// <summary>Profiles by model version, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles => profiles;

    public void Add(ChunkCell cell)
    {
        Rows += cell.Rows;
        Faults += cell.Faults;
        Add(cell.Model, cell.Profile!);
    }

    public void Add(BlockCounts other)
    {
        Rows += other.Rows;
        Faults += other.Faults;
        foreach (var (model, profile) in other.profiles)
        {
            Add(model, profile);
        }
    }

    public BlockCounts Clone()
    {
        var clone = new BlockCounts();
        clone.Add(this);
        return clone;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Rows);
        writer.WriteSigned(Faults);
        writer.WriteCount(profiles.Count);
        foreach (var (model, profile) in profiles)
        {
            writer.WriteString(model);
            profile.Write(writer);
        }
    }

    public static BlockCounts Read(PayloadReader reader, Codebook codebook)
    {
        var counts = new BlockCounts { Rows = reader.ReadSigned(), Faults = reader.ReadSigned() };
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            counts.profiles.Add(reader.ReadString(), Profile.Read(reader, codebook));
        }

        return counts;
    }

    private void Add(string model, Profile profile)
    {
        if (profiles.TryGetValue(model, out var sum))
        {
            sum.Add(profile);
        }
        else
        {
            profiles.Add(model, profile.Clone());
        }
    }
}
