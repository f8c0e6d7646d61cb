using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Analyze.Judging;

/// <summary>The profiles of the last windows that were followed.</summary>
internal sealed class WindowHistory(Codebook codebook)
{
    private const int Capacity = 256;
    private readonly Queue<(long Block, Profile Profile)> windows = new();

    public void Add(long block, Profile profile)
    {
        windows.Enqueue((block, profile));
        if (windows.Count > Capacity)
        {
            windows.Dequeue();
        }
    }

    /// <summary>The history as it will be when some more windows are followed.</summary>
    public WindowHistory Through(IEnumerable<JudgedWindow> waiting)
    {
        var history = new WindowHistory(codebook);
        foreach (var (block, profile) in windows.Concat(waiting.Select(window => (window.Block, window.Profile))))
        {
            history.Add(block, profile);
        }

        return history;
    }

    /// <summary>The rows of the blocks from one to another, both included.</summary>
    public Profile Sum(long first, long last)
    {
        var sum = new Profile(codebook);
        foreach (var (block, profile) in windows)
        {
            if (block >= first && block <= last)
            {
                sum.Add(profile);
            }
        }

        return sum;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteCount(windows.Count);
        foreach (var (block, profile) in windows)
        {
            writer.WriteSigned(block);
            profile.Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            windows.Enqueue((reader.ReadSigned(), Profile.Read(reader, codebook)));
        }
    }
}
