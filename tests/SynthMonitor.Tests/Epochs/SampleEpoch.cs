using System.Globalization;
using System.Text;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Harness;

namespace SynthMonitor.Tests.Epochs;

/// <summary>
/// The harness's epoch without its empty partition (two feature and two label partitions, chunks of 32 records, blocks of a minute, 30 seconds of lateness) and
/// records for it. Times are given in seconds since the start of block <see cref="FirstBlock"/>.
/// </summary>
internal static class SampleEpoch
{
    public const long Origin = 1_704_067_200_000;
    public const long FirstBlock = Origin / 60_000;

    private static readonly LoadedEpoch Harness = HarnessScenario.Instance.Load(HarnessScenario.DigestOf(1));

    public static LoadedEpoch Loaded { get; } =
        Harness with { Digest = "digest", Epoch = Harness.Epoch with { Features = Harness.Epoch.Features with { Partitions = 2 } } };

    public static string Monitor => HarnessScenario.Monitor;

    public static LoadedEpoch With(Func<Epoch, Epoch> change) => Loaded with { Epoch = change(Loaded.Epoch) };

    public static EpochStart Start(long? firstBlock = null, params SourceStart[] sources) =>
        new(Monitor, Loaded.Epoch.Number, Loaded.Digest, firstBlock, [.. sources]);

    public static SourcePartition Features(int partition) => new(SourceKind.Features, partition);

    public static SourcePartition Labels(int partition) => new(SourceKind.Labels, partition);

    public static long At(double seconds) => Origin + (long)(seconds * 1000);

    public static byte[] FeatureRecord(string key, double seconds, double x = 0.1, string model = "v1") => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{key}}","ts":{{At(seconds)}},"x":{{x}},"c":"a","score":0.5,"version":"{{model}}"}"""));

    public static byte[] LabelRecord(string key, double seconds, int label = 1) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{key}}","ts":{{At(seconds)}},"label":{{label}}}"""));
}
