using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>Columns of numbers come back bit by bit.</summary>
public sealed class PackedNumbersTests
{
    private static readonly Gen<double> Any = Gen.OneOf(
        Gen.Double,
        Gen.Select(Gen.Int, Gen.Int[0, 9]).Select(pair => Math.Round(pair.Item1 / Math.Pow(10, pair.Item2), pair.Item2)),
        Gen.OneOf(0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, Number.Missing, double.Epsilon, 1L << 53, 1e22, -1e300));

    [Fact]
    public void Every_column_comes_back_bit_by_bit() => Any.Array[0, 20].Sample(AssertSame);

    [Fact]
    public void Decimals_come_back_bit_by_bit() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int.Array[0, 20]).Sample((places, units) =>
            AssertSame([.. units.Select(unit => unit / Math.Pow(10, places)), Number.Missing]));

    [Fact]
    public void Prices_take_a_third_of_the_bytes_of_doubles()
    {
        double[] prices = [.. Enumerable.Range(0, 1000).Select(row => Math.Round(10 + (row * 0.37), 2)), Number.Missing];
        Assert.InRange(Written(prices).Length, 1, prices.Length * sizeof(double) * 3 / 8);
    }

    [Fact]
    public void A_damaged_column_is_refused() =>
        Assert.Throws<InputException>(() => PackedNumbers.Read(new PayloadReader(new byte[] { 77, 0 }, "test")));

    private static void AssertSame(double[] values) => Assert.Equal(
        values.Select(BitConverter.DoubleToInt64Bits), PackedNumbers.Read(new PayloadReader(Written(values), "test")).Select(BitConverter.DoubleToInt64Bits));

    private static byte[] Written(double[] values)
    {
        var writer = new PayloadWriter();
        PackedNumbers.Write(writer, values);
        return writer.ToArray();
    }
}
