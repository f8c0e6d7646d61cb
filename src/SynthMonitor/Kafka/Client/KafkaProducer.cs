using System.Text;
using Confluent.Kafka;
using SynthMonitor.Kafka.Log;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.Kafka.Client;

/// <summary>An idempotent producer; it delivers in order and without gaps, or breaks.</summary>
internal sealed class KafkaProducer : ILogProducer
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    private readonly IProducer<byte[]?, byte[]?> producer;
    private readonly KafkaReachability reachability;
    private readonly CancellationToken closing;
    private readonly Action<DeliveryReport<byte[]?, byte[]?>> delivered;
    private Error? failure;

    public KafkaProducer(IProducer<byte[]?, byte[]?> producer, KafkaReachability reachability, CancellationToken closing)
    {
        (this.producer, this.reachability, this.closing) = (producer, reachability, closing);
        delivered = report =>
        {
            if (report.Error.IsError)
            {
                failure ??= report.Error;
            }
            else
            {
                reachability.Reached();
            }
        };
    }

    /// <inheritdoc/>
    public void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null) =>
        Produce(partition, key, value.ToArray(), headers);

    /// <inheritdoc/>
    public void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key) => Produce(partition, key, null, null);

    /// <inheritdoc/>
    public void Flush(CancellationToken cancellation = default)
    {
        while (producer.Flush(Slice) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (closing.IsCancellationRequested)
            {
                throw new LogDeliveryException("the log was closed before everything was delivered");
            }

            reachability.GoesOn();
        }

        ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void Dispose() => producer.Dispose();

    private void Produce(TopicPartition partition, ReadOnlySpan<byte> key, byte[]? value, IReadOnlyList<LogHeader>? headers)
    {
        var message = new Message<byte[]?, byte[]?> { Key = key.IsEmpty ? null : key.ToArray(), Value = value };
        foreach (var header in headers ?? [])
        {
            message.Headers ??= [];
            message.Headers.Add(header.Name, Encoding.UTF8.GetBytes(header.Value));
        }

        producer.Poll(TimeSpan.Zero);
        ThrowIfFailed();
        while (true)
        {
            try
            {
                producer.Produce(new Confluent.Kafka.TopicPartition(partition.Topic, partition.Partition), message, delivered);
                return;
            }
            catch (ProduceException<byte[]?, byte[]?> full) when (full.Error.Code == ErrorCode.Local_QueueFull)
            {
                if (closing.IsCancellationRequested)
                {
                    throw new LogDeliveryException("the log was closed while its queue was full");
                }

                producer.Poll(Slice);
                reachability.GoesOn();
                ThrowIfFailed();
            }
            catch (ProduceException<byte[]?, byte[]?> refused)
            {
                failure ??= refused.Error;
                throw new LogDeliveryException($"{partition}: {refused.Error.Reason}", refused);
            }
        }
    }

    private void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw new LogDeliveryException($"a record was not delivered: {failure.Reason}");
        }
    }
}
