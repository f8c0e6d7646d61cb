using System.Collections.Immutable;
using System.Text;
using SynthMonitor.Data;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>Events as everyone reads them.</summary>
public sealed class EventRecordTests
{
    private static readonly EventRecord Minimal = new()
    {
        Id = "t|judged", Monitor = "loans", Trigger = "t", Step = ResponseStep.Judged, Epoch = 1, Block = 5, At = DateTimeOffset.UnixEpoch, By = "p1",
    };

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var text = Encoding.UTF8.GetString(JsonMessage.ToBytes(Minimal));
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
        Assert.Equal(Minimal, JsonMessage.Read<EventRecord>(JsonMessage.ToBytes(Minimal)));
    }

    [Fact]
    public void An_event_comes_back_as_it_was_given()
    {
        var full = Minimal with
        {
            Verdict = "promote", Reasons = ["better"], Offsets = [1, 2], Recipe = "recent only", Attempt = 2,
            Digests = ImmutableSortedDictionary<string, string>.Empty.Add("model", "abc"),
            Figures = ImmutableSortedDictionary<string, double>.Empty.Add("auc", 0.75),
        };
        var read = JsonMessage.Read<EventRecord>(JsonMessage.ToBytes(full));
        Assert.Equal(JsonMessage.ToBytes(full), JsonMessage.ToBytes(read));
        Assert.Equal(("abc", 0.75), (read.Digests!["model"], read.Figures!["auc"]));
        Assert.Equal([1, 2], read.Offsets!.Value);
    }

    [Fact]
    public void An_event_without_its_step_is_refused() =>
        Assert.Throws<InputException>(() => JsonMessage.Read<EventRecord>("""{"id":"t","monitor":"m","trigger":"t"}"""u8));
}
