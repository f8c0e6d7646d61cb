using Confluent.Kafka;
using SynthMonitor.Kafka.Client;

namespace SynthMonitor.Tests.Kafka.Client;

public sealed class KafkaBytesTests
{
    private readonly KafkaBytes bytes = new();

    [Fact]
    public void Values_of_any_size_come_through_and_null_differs_from_empty()
    {
        foreach (var size in new[] { 3, 5000, 100_000, 1, 0 })
        {
            var value = Enumerable.Range(0, size).Select(index => (byte)(index * 7)).ToArray();
            Assert.Equal(size, bytes.Deserialize(value, false, SerializationContext.Empty));
            Assert.Equal(value, bytes.Span);
            Assert.False(bytes.IsNull);
        }

        bytes.Deserialize([], true, SerializationContext.Empty);
        Assert.True(bytes.IsNull && bytes.Span.IsEmpty);
    }

    [Fact]
    public void Reading_into_the_buffer_allocates_nothing()
    {
        var value = new byte[480];
        bytes.Deserialize(value, false, SerializationContext.Empty);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            bytes.Deserialize(value, false, SerializationContext.Empty);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
