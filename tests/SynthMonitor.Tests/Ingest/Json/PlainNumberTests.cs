using System.Globalization;
using System.Text;
using CsCheck;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Numbers that are read without the parser are those that the parser reads.</summary>
public sealed class PlainNumberTests
{
    [Theory]
    [InlineData("0", 1)]
    [InlineData("-0.0,", 4)]
    [InlineData("12.50}", 5)]
    [InlineData("1e-05,", 5)]
    [InlineData("1.5E+3 ", 6)]
    [InlineData("9007199254740992", 16)]
    [InlineData("0.8414709848078965", 18)]
    public void A_number_ends_where_its_grammar_ends(string text, int length)
    {
        Assert.Equal(length, Read(text, out var value));
        Assert.Equal(Bits(double.Parse(text[..length], CultureInfo.InvariantCulture)), Bits(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e5")]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("+1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("NaN")]
    [InlineData("9007199254740993")]
    [InlineData("1e400")]
    [InlineData("1e4000000000000000000000")]
    [InlineData("0.00000000000000000000001")]
    public void What_is_no_number_or_not_exact_is_left_to_the_parser(string text) => Assert.Equal(0, Read(text, out _));

    [Fact]
    public void Every_number_that_is_read_is_the_one_that_the_parser_reads() =>
        Gen.OneOf(
            Gen.Double.Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
            Gen.Select(Gen.Int[-1_000_000_000, 1_000_000_000], Gen.Int[0, 9]).Select(pair => ((decimal)pair.Item1 / (decimal)Math.Pow(10, pair.Item2)).ToString(CultureInfo.InvariantCulture)),
            Gen.Select(Gen.Long[-(1L << 53), 1L << 53], Gen.Int[-22, 22]).Select(pair => $"{pair.Item1}e{pair.Item2}"))
        .Where(text => text.Length > 0)
        .Sample(text =>
        {
            if (Read(text, out var value) is > 0 and var length)
            {
                Assert.Equal(text.Length, length);
                Assert.Equal(Bits(double.Parse(text, CultureInfo.InvariantCulture)), Bits(value));
            }
        });

    private static int Read(string text, out double value) => PlainNumber.Read(Encoding.UTF8.GetBytes(text), out value);

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
