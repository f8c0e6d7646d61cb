using System.Text.Json;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>
/// How records must end, found the plain way: each source partition alone, record by record, a row being late if its block ended at or before
/// the greatest earlier event time less the lateness.
/// </summary>
internal sealed class HarnessOracle
{
    private static readonly BlockTime Blocks = new(HarnessScenario.BlockMilliseconds);

    /// <summary>Accepted rows by block.</summary>
    public SortedDictionary<long, long> RowsOf { get; } = [];

    /// <summary>How the records of some partitions end.</summary>
    public RecordCounts Count(IEnumerable<List<byte[]>> partitions)
    {
        var counts = default(RecordCounts);
        foreach (var partition in partitions)
        {
            var greatest = long.MinValue;
            foreach (var record in partition)
            {
                counts += Judge(record, ref greatest);
            }
        }

        return counts;
    }

    private RecordCounts Judge(byte[] record, ref long greatest)
    {
        JsonElement fields;
        try
        {
            fields = JsonSerializer.Deserialize<JsonElement>(record);
        }
        catch (JsonException)
        {
            return new RecordCounts(1, 0, 0, 0, 1);
        }

        if (!fields.TryGetProperty("id", out _))
        {
            return new RecordCounts(1, 0, 0, 1, 0);
        }

        var time = fields.GetProperty("ts").GetInt64();
        var block = Blocks.Of(time);
        if (Blocks.HasEnded(block, BlockTime.Watermark(greatest, HarnessScenario.Lateness)))
        {
            return new RecordCounts(1, 0, 1, 0, 0);
        }

        greatest = Math.Max(greatest, time);
        RowsOf[block] = RowsOf.GetValueOrDefault(block) + 1;
        return new RecordCounts(1, 1, 0, 0, 0);
    }
}
