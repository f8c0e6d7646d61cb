using System.Text;
using System.Text.Json;
using CsCheck;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Records that cannot be read, and why; nothing in them stops ingest.</summary>
public sealed class JsonWalkerTests
{
    private const int MaximumBytes = 10_000;

    [Theory]
    [InlineData("{", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":}", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":1", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":1,}", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":NaN}", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":01}", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":1} x", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":1}{\"a\":2}", DeadLetterReason.Malformed)]
    [InlineData("", DeadLetterReason.Malformed)]
    [InlineData("hello", DeadLetterReason.Malformed)]
    [InlineData("{\"a\":\"\\ud800\"}", DeadLetterReason.Malformed)]
    [InlineData("{\"\\ud800\":1}", DeadLetterReason.Malformed)]
    [InlineData("[]", DeadLetterReason.NotAnObject)]
    [InlineData("1", DeadLetterReason.NotAnObject)]
    [InlineData("null", DeadLetterReason.NotAnObject)]
    public void What_is_no_object_of_JSON_has_a_reason(string record, string reason) => Assert.Equal(reason, Walk(Encoding.UTF8.GetBytes(record)).Reason);

    [Fact]
    public void Bytes_that_are_not_UTF8_have_a_reason() =>
        Assert.Equal(DeadLetterReason.NotUtf8, Walk([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Reason);

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, DeadLetterReason.TooDeep)]
    [InlineData(4000, DeadLetterReason.TooDeep)]
    public void Depth_is_bounded_in_fields_that_nobody_looks_for_too(int arrays, string? reason)
    {
        var nested = new string('[', arrays) + new string(']', arrays);
        Assert.Equal(reason, Walk(Encoding.UTF8.GetBytes($"{{\"other\":{nested}}}")).Reason);
        Assert.Equal(reason, Walk(Encoding.UTF8.GetBytes($"{{\"a\":{nested}}}")).Reason);
    }

    [Fact]
    public void A_record_that_is_too_long_is_not_parsed()
    {
        var record = Encoding.UTF8.GetBytes($"{{\"a\":1}}{new string(' ', MaximumBytes - 7)}");
        Assert.Null(Walk(record).Reason);
        Assert.Equal(DeadLetterReason.Oversized, Walk([.. record, (byte)' ']).Reason);
    }

    [Fact]
    public void Values_of_nested_fields_are_handed_over_and_the_rest_is_passed_by()
    {
        var (reason, values) = Walk("""{"skip":{"a":9},"n":{"x":[1],"b":"deep"},"a":1,"n":7}"""u8);
        Assert.Null(reason);
        Assert.Equal(["1 deep", "0 1"], values);
    }

    [Fact]
    public void No_bytes_at_all_make_the_walk_fail_in_another_way()
    {
        var piece = Gen.OneOf("{", "}", "[", "]", "\"a\"", "\"n\"", ":", ",", "1", "\"\\ud8\"", "\"\\udc00\"", "null", " ", "\\", "\u00e9");
        piece.Array[0, 12].Sample(pieces => _ = Walk(Encoding.UTF8.GetBytes(string.Concat(pieces))));
        Gen.Byte.Array[0, 40].Sample(bytes => _ = Walk(bytes));
    }

    private static (string? Reason, List<string> Values) Walk(ReadOnlySpan<byte> record)
    {
        var sink = new Sink();
        var walker = new JsonWalker(JsonField.Tree([["a"], ["n", "b"]]), MaximumBytes);
        return (walker.Walk(record, sink), sink.Values);
    }

    private sealed class Sink : JsonWalker.ISink
    {
        private char[] buffer = [];

        public List<string> Values { get; } = [];

        public void Begin() => Values.Clear();

        public bool Number(int slot, double value) => false;

        public void Value(int slot, ref Utf8JsonReader reader)
        {
            var length = JsonText.Copy(ref reader, ref buffer);
            Values.Add($"{slot} {new string(buffer, 0, Math.Max(length, 0))}");
        }
    }
}
