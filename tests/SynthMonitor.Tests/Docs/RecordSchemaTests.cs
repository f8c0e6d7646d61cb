using System.Text;
using System.Text.Json.Nodes;

namespace SynthMonitor.Tests.Docs;

/// <summary>The published schemas say what the code writes.</summary>
public sealed class RecordSchemaTests
{
    public static TheoryData<string> Topics => [.. SampleRecords.ByTopic.Keys];

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task What_the_code_writes_is_valid(string topic)
    {
        foreach (var record in Writable(topic))
        {
            Assert.Empty(await RecordSchema.Of(topic).ErrorsOf(record));
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_schema_declares_the_keys_that_the_code_writes_and_no_other(string topic)
    {
        var schema = RecordSchema.Of(topic);
        Assert.Equal(schema.Keys.Order(), schema.KeysOf(SampleRecords.ByTopic[topic][0]).Order());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task A_record_that_lacks_a_key_which_is_always_written_is_not_valid(string topic)
    {
        var schema = RecordSchema.Of(topic);
        var least = JsonNode.Parse(SampleRecords.ByTopic[topic][^1])!.AsObject();
        foreach (var key in least.Select(property => property.Key).ToList())
        {
            var lacking = least.DeepClone().AsObject();
            lacking.Remove(key);
            Assert.NotEmpty(await schema.ErrorsOf(lacking.ToJsonString()));
        }
    }

    [Fact]
    public async Task A_window_does_not_hold_both_drift_and_outcomes() =>
        Assert.NotEmpty(await RecordSchema.Of("windows").ErrorsOf(Encoding.UTF8.GetString(SampleRecords.ByTopic["windows"][0])));

    /// <summary>The samples that can stand on the topic: the window that lists every key cannot.</summary>
    private static IEnumerable<string> Writable(string topic) =>
        SampleRecords.ByTopic[topic].Skip(topic == "windows" ? 1 : 0).Select(Encoding.UTF8.GetString);
}
