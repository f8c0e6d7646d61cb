using System.Text;
using System.Text.Json;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Row keys.</summary>
public sealed class PooledKeyTests
{
    [Theory]
    [InlineData("\"k-1\"", "k-1")]
    [InlineData("\"\\u00e9\"", "é")]
    [InlineData("17", "17")]
    [InlineData("null", "")]
    [InlineData("true", "")]
    [InlineData("{\"a\":[1]}", "")]
    public void Text_and_numbers_are_keys(string json, string expected)
    {
        var key = new PooledKey();
        Read(key, json);
        Assert.Equal(expected, Encoding.UTF8.GetString(key.Span));
    }

    [Fact]
    public void A_records_own_key_that_is_no_text_keeps_its_bytes_apart()
    {
        var (one, other) = (new PooledKey(), new PooledKey());
        one.SetRaw([0, 0, 0, 0, 0, 0, 0, 200]);
        other.SetRaw([0, 0, 0, 0, 0, 0, 0, 201]);
        Assert.Equal("00000000000000c8", Encoding.UTF8.GetString(one.Span));
        Assert.Equal("00000000000000c9", Encoding.UTF8.GetString(other.Span));
        one.SetRaw("text"u8);
        Assert.Equal("text", Encoding.UTF8.GetString(one.Span));
        one.SetRaw([]);
        Assert.True(one.Span.IsEmpty);
    }

    [Fact]
    public void A_key_beyond_all_measure_is_none()
    {
        var key = new PooledKey();
        Read(key, $"\"{new string('k', PooledKey.Longest)}\"");
        Assert.Equal(PooledKey.Longest, key.Span.Length);
        Read(key, $"\"{new string('k', PooledKey.Longest + 1)}\"");
        Assert.True(key.Span.IsEmpty);
        key.SetRaw(new byte[PooledKey.Longest + 1]);
        Assert.True(key.Span.IsEmpty);
    }

    private static void Read(PooledKey key, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        key.Read(ref reader);
    }
}
