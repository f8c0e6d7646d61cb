using SynthMonitor.Kafka.Embedded;

namespace SynthMonitor.Tests.Kafka.Embedded;

/// <summary>One partition in memory: what it keeps.</summary>
public sealed class EmbeddedPartitionTests
{
    [Fact]
    public void Between_once_and_twice_as_many_records_as_asked_for_are_kept()
    {
        var partition = new EmbeddedPartition(new("t", 0), compacted: false, maximumRecords: 10);
        for (var record = 0; record < 95; record++)
        {
            partition.Append([], [], record);
            Assert.InRange(partition.End - partition.Start, Math.Min(record + 1, 10), 20);
            Assert.Equal(partition.Start, partition.At(0)!.Offset);
        }
    }

    [Fact]
    public void Compaction_keeps_the_last_value_of_each_key_at_its_offset_and_removes_what_was_deleted()
    {
        var partition = new EmbeddedPartition(new("t", 0), compacted: true, maximumRecords: 1);
        partition.Append([1], [10], 0);
        partition.Append([2], [20], 0);
        partition.Append([1], [11], 0);
        partition.Append([2], null, 0);
        partition.Append([3], [30], 0);
        partition.Compact();
        Assert.Equal((2, 4, 5), (partition.At(0)!.Offset, partition.At(3)!.Offset, partition.End));
        Assert.Null(partition.At(5));
        partition.Append([1], [12], 0);
        Assert.Equal(5, partition.At(5)!.Offset);
    }

    [Fact]
    public void A_compacted_partition_does_not_grow_with_the_records_of_one_key()
    {
        var partition = new EmbeddedPartition(new("t", 0), compacted: true, maximumRecords: 1);
        for (var record = 0; record < 5000; record++)
        {
            partition.Append([1], [1], 0);
        }

        Assert.True(partition.End - partition.At(0)!.Offset <= 1024);
    }

    [Fact]
    public void A_time_leads_to_the_first_record_at_or_after_it_or_to_the_end()
    {
        var partition = new EmbeddedPartition(new("t", 0), compacted: false, maximumRecords: 10);
        Assert.Equal(0, partition.OffsetFor(0));
        partition.Append([], [], 100);
        partition.Append([], [], 50);
        partition.Append([], [], 200);
        Assert.Equal((0, 2, 3), (partition.OffsetFor(70), partition.OffsetFor(101), partition.OffsetFor(201)));
    }
}
