using System.Text;
using System.Text.Json;
using CsCheck;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Where a scalar ends.</summary>
public sealed class JsonScalarTests
{
    [Theory]
    [InlineData("true,", 4)]
    [InlineData("false", 5)]
    [InlineData("null}", 4)]
    [InlineData("\"\"", 2)]
    [InlineData("\"São Paulo\",", 12)]
    [InlineData("-12.5e+10]", 9)]
    [InlineData("0,", 1)]
    [InlineData("1e400 ", 5)]
    public void It_ends_where_its_grammar_ends(string text, int length) => Assert.Equal(length, JsonScalar.Length(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("tru")]
    [InlineData("\"open")]
    [InlineData("\"with \\\" escape\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("{}")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("-")]
    public void What_is_none_or_has_escapes_has_no_length(string text) => Assert.Equal(0, JsonScalar.Length(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_no_text() => Assert.Equal(0, JsonScalar.Length([(byte)'"', 0xC3, 0x28, (byte)'"']));

    [Fact]
    public void What_has_a_length_is_valid_JSON() =>
        Gen.OneOf("\"", "\\", "a", "é", "1", "0", ".", "e", "E", "-", "+", "true", "null", "\u0001", ",").Array[1, 8].Select(string.Concat).Sample(text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            if (JsonScalar.Length(bytes) is > 0 and var length)
            {
                var reader = new Utf8JsonReader(bytes.AsSpan(0, length));
                Assert.True(reader.Read());
                Assert.Equal(length, reader.BytesConsumed);
                Assert.False(reader.Read());
            }
        });
}
