using System.Text;
using System.Text.Json;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Event times in their forms.</summary>
public sealed class JsonTimeTests
{
    [Theory]
    [InlineData("\"2024-01-01T00:00:00Z\"", 1704067200000)]
    [InlineData("\"2024-01-01T01:00:00.250+01:00\"", 1704067200250)]
    [InlineData("\"2024-01-01\"", 1704067200000)]
    [InlineData("\"2024-01-01T00:00:00\"", 1704067200000)]
    [InlineData("\"2024-01-01 00:00:00.5\"", 1704067200500)]
    [InlineData("1704067200000", 1704067200000)]
    [InlineData("1704067200", 1704067200000)]
    [InlineData("1704067200.25", 1704067200250)]
    [InlineData("1704067200000.9", 1704067200000)]
    [InlineData("-1.5", -1500)]
    [InlineData("0", 0)]
    [InlineData("\"0001-01-01\"", -62135596800000)]
    public void An_instant_is_read_alike_on_every_machine(string json, long expected) => Assert.Equal(expected, Read(json));

    [Theory]
    [InlineData("\"12:30\"")]
    [InlineData("\"01/02/2024\"")]
    [InlineData("\"1704067200\"")]
    [InlineData("\"2024-13-01\"")]
    [InlineData("\"\"")]
    [InlineData("\"2024-01-01T00:00:00.0000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("\"9999-12-31T23:59:59Z\"")]
    [InlineData("1e300")]
    [InlineData("1e400")]
    [InlineData("-62135596800001")]
    [InlineData("1704067200000000000")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{\"$date\":1}")]
    public void Anything_else_is_no_instant(string json) => Assert.Null(Read(json));

    private static long? Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonTime.Read(ref reader);
    }
}
