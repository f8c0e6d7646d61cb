using CsCheck;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Join;

/// <summary>Predictions and labels that meet by key.</summary>
public sealed class PairMatcherTests
{
    private const long Horizon = 100;

    private readonly PairMatcher matcher = new(Horizon, maximumPending: 10);
    private readonly SortedDictionary<string, OutcomeCounts> outcomes = new(StringComparer.Ordinal);

    [Fact]
    public void A_label_meets_the_prediction_of_its_key()
    {
        Prediction("k", 10, bin: 3, model: "v2");
        Label("k", 40, positive: true);
        Assert.Equal(1, outcomes["v2"][true][3]);
        Assert.Equal(new JoinCounts(1, 1, 0, 0, 0, 0, 0, 1, 30), matcher.Counts);
    }

    [Fact]
    public void The_first_prediction_and_the_first_label_win()
    {
        Prediction("k", 10, bin: 3, model: "v1");
        Prediction("k", 11, bin: 9, model: "v2");
        Label("k", 12, positive: false);
        Label("k", 13, positive: true);
        Assert.Equal(["v1"], outcomes.Keys);
        Assert.Equal((1, 0), (outcomes["v1"][false][3], outcomes["v1"].Positives));
        Assert.Equal((2, 1, 1, 2), (matcher.Counts.Labels, matcher.Counts.Joined, matcher.Counts.Duplicate, matcher.Counts.Predictions));
    }

    [Fact]
    public void A_label_that_comes_first_waits_for_its_prediction()
    {
        Label("k", 10);
        Assert.Equal(1, matcher.Counts.Pending);
        Prediction("k", 20, bin: 5);
        Label("k", 30);
        Assert.Equal(new JoinCounts(2, 1, 0, 1, 0, 0, 0, 1, 0), matcher.Counts);
        Assert.Equal(1, outcomes["v1"].Rows);
    }

    [Theory]
    [InlineData(Horizon, 1, 0)]
    [InlineData(Horizon + 1, 0, 1)]
    public void A_pair_lies_within_the_horizon_or_expires(long distance, long joined, long expired)
    {
        Prediction("a", 10);
        Label("a", 10 + distance);
        Assert.Equal((joined, expired), (matcher.Counts.Joined, matcher.Counts.Expired));
        Label("b", 500);
        Prediction("b", 500 + distance);
        Assert.Equal((2 * joined, 2 * expired), (matcher.Counts.Joined, matcher.Counts.Expired));
        Assert.True(matcher.Counts.AreConserved);
    }

    [Fact]
    public void What_waited_for_longer_than_the_horizon_is_forgotten()
    {
        Label("a", 10);
        Prediction("b", 20);
        matcher.ExpireBefore(110);
        Assert.Equal(1, matcher.Counts.Pending);
        matcher.ExpireBefore(121);
        Assert.Equal((0, 1), (matcher.Counts.Pending, matcher.Counts.Unmatched));
        Label("b", 122);
        Assert.Equal(1, matcher.Counts.Pending);
    }

    [Fact]
    public void Of_too_many_that_wait_the_oldest_goes_first()
    {
        for (var index = 0; index < 12; index++)
        {
            Label($"k{index}", index);
        }

        matcher.ExpireBefore(20);
        Assert.Equal((10, 2), (matcher.Counts.Pending, matcher.Counts.Unmatched));
        Prediction("k1", 21);
        Prediction("k2", 22);
        Assert.Equal(1, matcher.Counts.Joined);
    }

    [Fact]
    public void A_late_label_joins_nothing()
    {
        matcher.LateLabel();
        Assert.Equal(new JoinCounts(1, 0, 0, 0, 0, 0, 1, 0, 0), matcher.Counts);
    }

    [Fact]
    public void Every_label_ends_in_one_way_and_a_restart_at_any_time_changes_nothing()
    {
        var step = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 60], Gen.Int[0, 4]);
        Gen.Select(step.Array[0, 60], Gen.Int[0, 60]).Sample((steps, restart) =>
        {
            var (one, other) = (new PairMatcher(Horizon, 3), new PairMatcher(Horizon, 3));
            var (mine, theirs) = (new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal), new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal));
            var (time, labels) = (0L, 0);
            for (var index = 0; index < steps.Length; index++)
            {
                var (key, delay, kind) = steps[index];
                time += delay;
                labels += kind is 1 or 2 or 4 ? 1 : 0;
                Step(one, mine, kind, time, $"k{key}");
                Step(other, theirs, kind, time, $"k{key}");
                other = index == restart ? Restarted(other) : other;
                Assert.True(one.Counts.AreConserved, one.Counts.ToString());
            }

            Assert.Equal(labels, one.Counts.Labels);
            Assert.Equal(one.Counts.Joined, mine.Values.Sum(counts => counts.Rows));
            Assert.Equal(one.Counts, other.Counts);
            Assert.Equal(mine, theirs);
        });
    }

    private static void Step(PairMatcher matcher, SortedDictionary<string, OutcomeCounts> outcomes, int kind, long time, string key)
    {
        switch (kind)
        {
            case 0:
                matcher.Take(Row(SourceKind.Features, key, time), outcomes);
                break;
            case 1 or 2:
                matcher.Take(Row(SourceKind.Labels, key, time), outcomes);
                break;
            case 3:
                matcher.ExpireBefore(time);
                break;
            default:
                matcher.LateLabel();
                break;
        }
    }

    private static PairMatcher Restarted(PairMatcher matcher)
    {
        var writer = new PayloadWriter();
        matcher.Write(writer);
        var copy = new PairMatcher(Horizon, 3);
        copy.Read(new PayloadReader(writer.ToArray()));
        return copy;
    }

    private static HeldRow Row(SourceKind kind, string key, long time, int bin = 1, string model = "v1", bool positive = true) =>
        new(time, new SourcePartition(kind, 0), time, key, bin, model, positive);

    private void Prediction(string key, long time, int bin = 1, string model = "v1") => matcher.Take(Row(SourceKind.Features, key, time, bin, model), outcomes);

    private void Label(string key, long time, bool positive = true) => matcher.Take(Row(SourceKind.Labels, key, time, positive: positive), outcomes);
}
