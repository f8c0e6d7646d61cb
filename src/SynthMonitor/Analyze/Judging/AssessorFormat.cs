using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Judging;

/// <summary>The binary layout of what an assessor holds: windows and outcomes that wait, and open incidents.</summary>
internal static class AssessorFormat
{
    public static void Write(PayloadWriter writer, IReadOnlyCollection<JudgedWindow> windows, IReadOnlyCollection<OutcomeBlock> outcomes)
    {
        writer.WriteCount(windows.Count);
        foreach (var window in windows)
        {
            writer.WriteSigned(window.Block);
            window.Profile.Write(writer);
            writer.WriteByte((byte)window.Transition);
            writer.WriteSigned(window.OnsetBlock);
            writer.WriteBytes(JsonMessage.ToBytes(window.Columns));
        }

        writer.WriteCount(outcomes.Count);
        foreach (var block in outcomes)
        {
            writer.WriteSigned(block.Block);
            writer.WriteCount(block.Models.Count);
            foreach (var (model, counts) in block.Models)
            {
                writer.WriteString(model);
                counts.Write(writer);
            }
        }
    }

    public static void Read(PayloadReader reader, Codebook codebook, Queue<JudgedWindow> windows, Queue<OutcomeBlock> outcomes)
    {
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            windows.Enqueue(new JudgedWindow(
                reader.ReadSigned(),
                Profile.Read(reader, codebook),
                (AlarmTransition)reader.ReadByte(),
                reader.ReadSigned(),
                [.. JsonMessage.Read<IncidentColumn[]>(reader.ReadBytes())]));
        }

        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            var block = reader.ReadSigned();
            var models = new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal);
            for (var model = reader.ReadCountOf(2); model > 0; model--)
            {
                models.Add(reader.ReadString(), OutcomeCounts.Read(reader));
            }

            outcomes.Enqueue(new OutcomeBlock(block, models));
        }
    }

    public static void Write(PayloadWriter writer, IncidentRecord? incident)
    {
        writer.WriteBoolean(incident is not null);
        if (incident is not null)
        {
            writer.WriteBytes(JsonMessage.ToBytes(incident));
        }
    }

    public static IncidentRecord? ReadIncident(PayloadReader reader) =>
        reader.ReadBoolean() ? JsonMessage.Read<IncidentRecord>(reader.ReadBytes()) : null;
}
