using System.Text;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>Windows as everyone reads them.</summary>
public sealed class WindowRecordTests
{
    private static readonly WindowRecord Window = new()
    {
        Id = WindowRecord.IdOf("loans", 2, 17), Monitor = "loans", Epoch = 2, Block = 17, BlockEnd = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void A_drift_window_comes_back_as_it_was_given()
    {
        var full = Window with
        {
            Drift = new DriftWindow
            {
                Rows = 200, Faults = 1, Score = 2.5, Threshold = 4, Drifted = true,
                Channels = [new ChannelResult("x", 4, 2.5, 30, 0.01, "PSI", 0.2), new ChannelResult("y", 1, null, null, null, "PSI", null)],
            },
        };
        var read = JsonMessage.Read<WindowRecord>(JsonMessage.ToBytes(full));
        Assert.Equal(full.Drift.Channels, read.Drift!.Channels);
        Assert.Equal("loans|2|17", read.Id);
        Assert.Equal(JsonMessage.ToBytes(full), JsonMessage.ToBytes(read));
    }

    [Fact]
    public void What_is_undefined_has_a_reason_and_no_number()
    {
        var text = Encoding.UTF8.GetString(JsonMessage.ToBytes(Window with { Drift = new DriftWindow { Rows = 3, Undefined = "too few rows" } }));
        Assert.Contains("\"undefined\":\"too few rows\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"score\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"outcomes\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_window_comes_back_as_it_was_given()
    {
        var outcomes = new OutcomeWindow { Model = "v1", Labels = 50, Positives = 20, Errors = 5, Auc = 0.75, LogLoss = 0.5, OtherLabels = 2, RecentError = 0.1 };
        Assert.Equal(outcomes, JsonMessage.Read<WindowRecord>(JsonMessage.ToBytes(Window with { Outcomes = outcomes })).Outcomes);
    }
}
