using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Epochs;

/// <summary>Epochs as the log tells them.</summary>
public sealed class EpochDirectoryTests : IDisposable
{
    private readonly SampleLog log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public void The_latest_epoch_is_the_one_of_the_greatest_number()
    {
        var directory = new EpochDirectory(log.Embedded, log.Topics, SampleEpoch.Monitor);
        directory.Refresh();
        Assert.Null(directory.Latest);
        log.Begin(Start(2));
        log.Begin(Start(1));
        Assert.Null(directory.Latest);
        directory.Refresh();
        Assert.Equal(2, directory.Latest!.Epoch);
        log.Begin(Start(3));
        directory.Refresh();
        Assert.Equal(3, directory.Latest.Epoch);
    }

    [Fact]
    public void An_epoch_that_is_not_known_yet_is_looked_for()
    {
        var directory = new EpochDirectory(log.Embedded, log.Topics, SampleEpoch.Monitor);
        Assert.Null(directory.Find(4));
        log.Begin(Start(4));
        Assert.Equal("digest 4", directory.Find(4)!.Digest);
    }

    [Fact]
    public void Other_monitors_and_other_records_are_passed_over()
    {
        var directory = new EpochDirectory(log.Embedded, log.Topics, SampleEpoch.Monitor);
        foreach (var other in new[] { "loans2", "loan", "x" })
        {
            log.Append(log.State, (Start(9) with { Monitor = other }).ToBytes(), System.Text.Encoding.UTF8.GetString(EpochDirectory.KeyOf(other, 9)));
        }

        log.Append(log.State, [1, 2, 3], "analyze/loans/5/manifest");
        using (var producer = log.Embedded.CreateProducer())
        {
            producer.AppendTombstone(log.State, EpochDirectory.KeyOf(SampleEpoch.Monitor, 7));
        }

        directory.Refresh();
        Assert.Null(directory.Latest);
    }

    private static EpochStart Start(int epoch) => SampleEpoch.Start() with { Epoch = epoch, Digest = $"digest {epoch}" };
}
