using System.Text;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Label records.</summary>
public sealed class LabelDecoderTests
{
    private static readonly LabelInput Input = new() { Topic = "t", Partitions = 1, Key = "ref.id", Time = "ts", Label = "approved" };

    [Theory]
    [InlineData("\"yes\"", "yes")]
    [InlineData("1", "1")]
    [InlineData("1.0", "1.0")]
    [InlineData("true", "true")]
    [InlineData("null", "")]
    [InlineData("[1]", "")]
    public void A_label_is_text_or_the_text_of_a_literal(string json, string expected)
    {
        var decoder = new LabelDecoder(Input);
        Assert.Null(Decode(decoder, $$$"""{"ref":{"id":"k"},"ts":1704067200000,"approved":{{{json}}}}"""));
        Assert.Equal(expected, decoder.Label);
        Assert.Equal(("k", 1704067200000), (Encoding.UTF8.GetString(decoder.Key.Span), decoder.Time));
    }

    [Fact]
    public void Nothing_of_a_record_is_left_in_the_next()
    {
        var decoder = new LabelDecoder(Input);
        Decode(decoder, """{"ref":{"id":"k"},"ts":1704067200000,"approved":1}""");
        Decode(decoder, "{}");
        Assert.Equal(("", null, 0), (decoder.Label, decoder.Time, decoder.Key.Span.Length));
    }

    [Fact]
    public void Key_and_time_are_the_logs_where_no_field_is_named()
    {
        var decoder = new LabelDecoder(Input with { Key = null, Time = null });
        decoder.Decode("""{"approved":1}"""u8, "own"u8, 5);
        Assert.Equal(("own", 5), (Encoding.UTF8.GetString(decoder.Key.Span), decoder.Time));
    }

    [Fact]
    public void What_cannot_be_read_has_a_reason() => Assert.Equal(DeadLetterReason.Malformed, Decode(new LabelDecoder(Input), "{broken"));

    private static string? Decode(LabelDecoder decoder, string json) => decoder.Decode(Encoding.UTF8.GetBytes(json), [], 0);
}
