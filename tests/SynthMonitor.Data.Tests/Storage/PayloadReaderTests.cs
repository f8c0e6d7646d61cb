using CsCheck;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Tests.Storage;

public sealed class PayloadReaderTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char['\u0000', '\u07ff'], 0, 20];

    [Fact]
    public void Whole_numbers_come_back() =>
        Gen.Select(Gen.ULong, Gen.Long, Gen.Int, Gen.OneOf(0UL, 1UL, 127UL, 128UL, ulong.MaxValue)).Sample(
        (unsigned, signed, small, edge) =>
        {
            var writer = new PayloadWriter();
            writer.WriteUnsigned(unsigned);
            writer.WriteSigned(signed);
            writer.WriteSigned(small);
            writer.WriteUnsigned(edge);
            writer.WriteSigned(long.MinValue);
            var reader = new PayloadReader(writer.ToArray());
            Assert.Equal(unsigned, reader.ReadUnsigned());
            Assert.Equal(signed, reader.ReadSigned());
            Assert.Equal(small, reader.ReadInt32());
            Assert.Equal(edge, reader.ReadUnsigned());
            Assert.Equal(long.MinValue, reader.ReadSigned());
            reader.End();
        });

    [Fact]
    public void Arrays_and_texts_come_back() =>
        Gen.Select(Gen.Double.Array, Gen.Long.Array, Gen.Int.Array, Text.Array, Gen.Null(Text), Gen.Byte.Array).Sample(
        (doubles, longs, ints, texts, optional, bytes) =>
        {
            var writer = new PayloadWriter();
            writer.WriteDoubles(doubles);
            writer.WriteSigneds(longs);
            writer.WriteSigneds(ints);
            writer.WriteStrings(texts);
            writer.WriteOptionalString(optional);
            writer.WriteBytes(bytes);
            writer.WriteBoolean(true);
            writer.WriteDouble(doubles.Length);
            var reader = new PayloadReader(writer.ToArray());
            Assert.Equal(doubles, reader.ReadDoubles());
            Assert.Equal(longs, reader.ReadSigneds());
            Assert.Equal(ints, reader.ReadInt32s());
            Assert.Equal(texts, reader.ReadStrings());
            Assert.Equal(optional, reader.ReadOptionalString());
            Assert.Equal(bytes, reader.ReadBytes().ToArray());
            Assert.True(reader.ReadBoolean());
            Assert.Equal(doubles.Length, reader.ReadDouble());
            reader.End();
        });

    [Fact]
    public void A_count_beyond_the_bytes_left_is_refused_before_anything_is_allocated()
    {
        var writer = new PayloadWriter();
        writer.WriteCount(int.MaxValue);
        foreach (var read in new Action<PayloadReader>[]
        {
            reader => reader.ReadDoubles(), reader => reader.ReadStrings(), reader => reader.ReadBytes(), reader => reader.ReadString(), reader => reader.ReadSigneds(),
        })
        {
            var exception = Assert.Throws<InputException>(() => read(new PayloadReader(writer.ToArray(), "rows")));
            Assert.StartsWith("rows: byte 5: 0 bytes left; expected 2147483647 items", exception.Message);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[0])]
    public void Numbers_that_are_too_long_or_cut_are_refused(byte[] bytes) =>
        Assert.Throws<InputException>(() => new PayloadReader(bytes).ReadUnsigned());

    [Fact]
    public void Other_faults_are_refused()
    {
        Assert.Throws<InputException>(() => new PayloadReader(new byte[] { 2 }).ReadBoolean());
        Assert.Throws<InputException>(() => new PayloadReader(new byte[] { 2, 0xC3, 0x28 }).ReadString());
        Assert.Throws<InputException>(() => new PayloadReader(new byte[] { 1 }).End());
        Assert.Throws<InputException>(() => new PayloadReader(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x1F }).ReadInt32());
        Assert.Throws<InputException>(() => new PayloadReader(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }).ReadCount());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PayloadWriter().WriteCount(-1));
    }
}
