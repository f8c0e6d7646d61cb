using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Join;

/// <summary>How far the rows of one source partition have come in a <c>rows</c> partition, by its markers.</summary>
internal sealed class SourceProgress(long lateness, long start, long watermark)
{
    private long expected = start;
    private long openUpTo = start;
    private long openMaximum = long.MinValue;
    private bool isIdle;

    /// <summary>The highest origin offset seen: what is not above it is a replay.</summary>
    public long HighestOffset { get; private set; } = -1;

    /// <summary>The watermark that the chunks before the open one have left.</summary>
    public long EarlierWatermark { get; private set; } = watermark;

    public bool IsIdle => isIdle;

    public long Watermark => Math.Max(EarlierWatermark, BlockTime.Watermark(openMaximum, lateness));

    /// <summary>Whether a row is new; if so it is seen now.</summary>
    public bool See(long offset)
    {
        if (offset <= HighestOffset)
        {
            return false;
        }

        HighestOffset = offset;
        return true;
    }

    /// <summary>The watermark at the time of a row, by which it is judged.</summary>
    public long WatermarkAt(long earlierTime) => Math.Max(EarlierWatermark, BlockTime.Watermark(earlierTime, lateness));

    public void Apply(RowMarker marker)
    {
        if (marker.Start < expected
            || (marker.Start == expected && (marker.UpTo < openUpTo || (marker.UpTo == openUpTo && !marker.Idle && !marker.Closed))))
        {
            return;
        }

        if (marker.Start > expected)
        {
            EarlierWatermark = Watermark;
        }

        (expected, openUpTo, openMaximum, isIdle) = (marker.Start, marker.UpTo, marker.MaximumTime, marker.Idle);
        if (marker.Closed)
        {
            EarlierWatermark = Watermark;
            (expected, openMaximum) = (marker.UpTo, long.MinValue);
        }
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteSigneds([expected, openUpTo, openMaximum, isIdle ? 1 : 0, HighestOffset, EarlierWatermark]);
    }

    public void Read(PayloadReader reader)
    {
        if (reader.ReadSigneds() is not [var start, var upTo, var maximum, var idle, var highest, var earlier])
        {
            throw reader.Fault("the progress of a source partition of another length", "6 numbers");
        }

        (expected, openUpTo, openMaximum, isIdle) = (start, upTo, maximum, idle == 1);
        (HighestOffset, EarlierWatermark) = (highest, earlier);
    }
}
