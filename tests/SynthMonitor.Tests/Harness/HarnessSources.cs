using System.Globalization;
using System.Text;
using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Tests.Harness;

/// <summary>
/// The source records of a run, by partition: out of order, late, malformed, without key, duplicate, never labelled, labelled too late. A third of
/// the way the features move and labels contradict scores; later both recover. In between rows become rare, and then there are none for a while.
/// </summary>
internal sealed class HarnessSources
{
    private const int Rows = 760;
    private const int MovedFrom = 240;
    private const int MovedTo = 420;
    private const int RareFrom = 600;
    private const int SilentFrom = 612;
    private const long Spacing = HarnessScenario.BlockMilliseconds / HarnessScenario.RowsPerBlock;

    /// <summary>The feature partition that stays empty.</summary>
    public const int EmptyPartition = HarnessScenario.FeaturePartitions - 1;

    public HarnessSources()
    {
        Features = [.. Enumerable.Range(0, HarnessScenario.FeaturePartitions).Select(_ => new List<byte[]>())];
        Labels = [.. Enumerable.Range(0, HarnessScenario.LabelPartitions).Select(_ => new List<byte[]>())];
        var random = new KeyedRandom(11);
        var labels = Labels.Select(_ => new List<(long Time, byte[] Value)>()).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            var time = TimeOf(row) - (random.Next(10) == 0 ? random.Next(90_000) : random.Next(5_000));
            var x = random.NextNormal() + (IsMoved(row) ? 1.5 : 0);
            Features[random.Next(EmptyPartition)].Add(Encoding.UTF8.GetBytes(FeatureText(row, time, x, "abc"[random.Next(3)], random.Next(40))));
            AddLabel(labels[row % labels.Length], row, time + random.Next(200_000), x);
        }

        for (var partition = 0; partition < labels.Length; partition++)
        {
            Labels[partition].AddRange(labels[partition].OrderBy(label => label.Time).Select(label => label.Value));
        }
    }

    public List<byte[]>[] Features { get; }

    public List<byte[]>[] Labels { get; }

    public static double Score(double x) => Math.Round(1 / (1 + Math.Exp(-2 * x)), 6);

    private static bool IsMoved(int row) => row is >= MovedFrom and < MovedTo;

    private static long TimeOf(int row) => HarnessScenario.Start + (row * Spacing)
        + (Math.Clamp(row - RareFrom, 0, SilentFrom - RareFrom) * Spacing * 8)
        + (row >= SilentFrom ? 7 * HarnessScenario.BlockMilliseconds : 0);

    private static string FeatureText(int row, long time, double x, char c, int kind) => kind switch
    {
        0 => "{broken",
        1 => $$"""{"ts":{{time}},"x":1}""",
        2 => $$"""{"id":"k{{row}}","ts":{{time}},"x":"text","c":7}""",
        3 => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"k{{row}}","ts":{{time}},"x":{{x:R}},"c":"{{c}}","score":{{Score(x):R}},"version":"v2"}"""),
        _ => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"k{{row}}","ts":{{time}},"x":{{x:R}},"c":"{{c}}","score":{{Score(x):R}},"version":"v1"}"""),
    };

    /// <summary>Adds the label of a row, under the time by which it lies in its partition: one in 25 lies there a minute and a half too late.</summary>
    private static void AddLabel(List<(long Time, byte[] Value)> labels, int row, long time, double x)
    {
        var kind = (int)(new KeyedRandom(13, (ulong)row).NextUInt64() % 25);
        if (kind == 0)
        {
            return;
        }

        var delay = kind switch
        {
            1 => HarnessScenario.Horizon + (2 * HarnessScenario.BlockMilliseconds),
            2 or 3 => HarnessScenario.Horizon - 70_000,
            _ => 0,
        };
        var positive = new KeyedRandom(17, (ulong)row).NextDouble() < (IsMoved(row) ? 1 - Score(x) : Score(x)) ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes($$"""{"id":"k{{row}}","ts":{{time + delay}},"label":{{positive}}}""");
        labels.Add((time + delay + (kind == 4 ? 90_000 : 0), bytes));
        if (kind == 5)
        {
            labels.Add((time, bytes));
        }
    }
}
