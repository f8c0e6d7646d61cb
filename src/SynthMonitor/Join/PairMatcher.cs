using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Join;

/// <summary>
/// Meets predictions with labels by key, in the order in which it is given them. The first prediction and the first label of a key win; a
/// pair lies within the horizon or expires; what waits is capped, the oldest goes first.
/// </summary>
/// <param name="horizon">How long after its prediction a label still counts, milliseconds.</param>
/// <param name="maximumPending">The most keys that wait.</param>
/// <param name="start">Predictions of an earlier event time were counted by the epoch before.</param>
internal sealed class PairMatcher(long horizon, int maximumPending, long start = long.MinValue)
{
    private readonly Dictionary<string, Waiting> waiting = new(StringComparer.Ordinal);
    private readonly Queue<(long Time, string Key)> order = new();
    private long labels, joined, unmatched, duplicate, expired, pending, late, predictions, delay;

    /// <summary>How labels and predictions have ended so far.</summary>
    public JoinCounts Counts => new(labels, joined, unmatched, duplicate, expired, pending, late, predictions, delay);

    /// <summary>A label that was late joins nothing.</summary>
    public void LateLabel()
    {
        labels++;
        late++;
    }

    public void Take(in HeldRow row, SortedDictionary<string, OutcomeCounts> outcomes)
    {
        if (row.Source.Kind == SourceKind.Labels)
        {
            TakeLabel(row, outcomes);
        }
        else
        {
            TakePrediction(row, outcomes);
        }
    }

    /// <summary>Lets go of what can meet nothing any more at a time.</summary>
    public void ExpireBefore(long time)
    {
        while (order.TryPeek(out var oldest) && (oldest.Time + horizon < time || order.Count > maximumPending))
        {
            order.Dequeue();
            if (waiting.TryGetValue(oldest.Key, out var entry) && entry.Time == oldest.Time)
            {
                Forget(oldest.Key, entry);
            }
        }
    }

    public void Write(PayloadWriter writer)
    {
        Counts.Write(writer);
        var entries = order.Where(entry => waiting.TryGetValue(entry.Key, out var kept) && kept.Time == entry.Time).Distinct().ToList();
        writer.WriteCount(entries.Count);
        foreach (var (_, key) in entries)
        {
            writer.WriteString(key);
            waiting[key].Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        (labels, joined, unmatched, duplicate, expired, pending, late, predictions, delay) = JoinCounts.Read(reader);
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            var key = reader.ReadString();
            var entry = Waiting.Read(reader);
            waiting.Add(key, entry);
            order.Enqueue((entry.Time, key));
        }
    }

    private void TakePrediction(in HeldRow row, SortedDictionary<string, OutcomeCounts> outcomes)
    {
        predictions += row.Time >= start ? 1 : 0;
        if (!waiting.TryGetValue(row.Key, out var entry))
        {
            Remember(row.Key, new Waiting(row.Time, HasPrediction: true, HasLabel: false, row.Bin, row.Model, Label: false));
        }
        else if (!entry.HasPrediction && row.Time - entry.Time > horizon)
        {
            pending--;
            expired++;
            waiting[row.Key] = entry with { HasPrediction = true, Bin = row.Bin, Model = row.Model };
        }
        else if (!entry.HasPrediction)
        {
            pending--;
            joined++;
            Count(outcomes, row.Model, entry.Label, row.Bin);
            waiting[row.Key] = entry with { HasPrediction = true, Bin = row.Bin, Model = row.Model };
        }
    }

    private void TakeLabel(in HeldRow row, SortedDictionary<string, OutcomeCounts> outcomes)
    {
        labels++;
        if (!waiting.TryGetValue(row.Key, out var entry))
        {
            pending++;
            Remember(row.Key, new Waiting(row.Time, HasPrediction: false, HasLabel: true, 0, "", row.Label));
        }
        else if (entry.HasLabel)
        {
            duplicate++;
        }
        else if (row.Time - entry.Time > horizon)
        {
            expired++;
        }
        else
        {
            joined++;
            delay += row.Time - entry.Time;
            Count(outcomes, entry.Model, row.Label, entry.Bin);
            waiting[row.Key] = entry with { HasLabel = true };
        }
    }

    private static void Count(SortedDictionary<string, OutcomeCounts> outcomes, string model, bool label, int bin)
    {
        if (!outcomes.TryGetValue(model, out var counts))
        {
            outcomes.Add(model, counts = new OutcomeCounts());
        }

        counts.Add(label, bin, 1);
    }

    private void Remember(string key, Waiting entry)
    {
        waiting.Add(key, entry);
        order.Enqueue((entry.Time, key));
    }

    private void Forget(string key, Waiting entry)
    {
        waiting.Remove(key);
        if (!entry.HasPrediction)
        {
            pending--;
            unmatched++;
        }
    }

    /// <summary>What is known of a key; remembered after the pair is met, so that a second label is a duplicate.</summary>
    private sealed record Waiting(long Time, bool HasPrediction, bool HasLabel, int Bin, string Model, bool Label)
    {
        public void Write(PayloadWriter writer)
        {
            writer.WriteSigned(Time);
            writer.WriteBoolean(HasPrediction);
            writer.WriteBoolean(HasLabel);
            writer.WriteSigned(Bin);
            writer.WriteString(Model);
            writer.WriteBoolean(Label);
        }

        public static Waiting Read(PayloadReader reader) => new(
            reader.ReadSigned(), reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadInt32(), reader.ReadString(), reader.ReadBoolean());
    }
}
