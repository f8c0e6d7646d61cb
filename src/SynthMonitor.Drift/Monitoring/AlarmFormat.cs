using System.Collections.Immutable;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>The binary layout of an <see cref="AlarmState"/>.</summary>
internal static class AlarmFormat
{
    public static void Write(PayloadWriter writer, AlarmState alarm)
    {
        writer.WriteSigned(alarm.RaisedBlock);
        writer.WriteSigned(alarm.OnsetBlock);
        writer.WriteCount(alarm.Scale);
        writer.WriteCount(alarm.Columns.Length);
        foreach (var column in alarm.Columns)
        {
            writer.WriteString(column.Name);
            writer.WriteDouble(column.Share);
            writer.WriteString(column.EffectName);
            writer.WriteDouble(column.Effect);
            writer.WriteCount(column.MovedRanges.Length);
            foreach (var range in column.MovedRanges)
            {
                writer.WriteString(range.Cells);
                writer.WriteByte(range.FirstCode);
                writer.WriteByte(range.LastCode);
                writer.WriteDouble(range.Difference);
            }
        }
    }

    public static AlarmState Read(PayloadReader reader)
    {
        var (raised, onset, scale) = (reader.ReadSigned(), reader.ReadSigned(), reader.ReadCount());
        var columns = ImmutableArray.CreateBuilder<ColumnShare>();
        for (var left = reader.ReadCountOf(1); left > 0; left--)
        {
            columns.Add(new(reader.ReadString(), reader.ReadDouble(), reader.ReadString(), reader.ReadDouble(), ReadRanges(reader)));
        }

        return new(raised, onset, scale, columns.ToImmutable());
    }

    private static ImmutableArray<MovedRange> ReadRanges(PayloadReader reader)
    {
        var ranges = ImmutableArray.CreateBuilder<MovedRange>();
        for (var left = reader.ReadCountOf(1); left > 0; left--)
        {
            ranges.Add(new(reader.ReadString(), reader.ReadByte(), reader.ReadByte(), reader.ReadDouble()));
        }

        return ranges.ToImmutable();
    }
}
