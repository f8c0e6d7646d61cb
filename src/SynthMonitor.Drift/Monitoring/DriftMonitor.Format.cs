using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

public sealed partial class DriftMonitor
{
    /// <summary>Writes the state: the last blocks' counts, the hysteresis and the alarm. Reference and calibration are not part of it.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteBoolean(LastBlock is not null);
        writer.WriteSigned(LastBlock ?? 0);
        writer.WriteUnsigned((ulong)observed);
        writer.WriteCount(windows.Count);
        foreach (var (profile, index) in profiles.Select((profile, index) => (profile, index)))
        {
            writer.WriteSigned(windows.BlockNumber(windows.Count - 1 - index));
            profile.Write(writer);
        }

        rule.Write(writer);
        writer.WriteBoolean(alarm is not null);
        if (alarm is not null)
        {
            AlarmFormat.Write(writer, alarm);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The state.</param>
    /// <param name="reference">The reference that the monitor had.</param>
    /// <param name="options">The options that it had.</param>
    /// <param name="calibration">The calibration that it had.</param>
    /// <exception cref="Data.InputException">The bytes are no state of such a monitor.</exception>
    public static DriftMonitor Read(PayloadReader reader, Reference reference, MonitorOptions options, Calibration calibration)
    {
        var monitor = new DriftMonitor(reference, options, calibration);
        var hasLast = reader.ReadBoolean();
        var last = reader.ReadSigned();
        monitor.LastBlock = hasLast ? last : null;
        monitor.observed = (long)reader.ReadUnsigned();
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            monitor.Push(reader.ReadSigned(), Profile.Read(reader, reference.Watched));
        }

        monitor.rule.Restore(reader);
        monitor.alarm = reader.ReadBoolean() ? AlarmFormat.Read(reader) : null;
        return monitor;
    }
}
