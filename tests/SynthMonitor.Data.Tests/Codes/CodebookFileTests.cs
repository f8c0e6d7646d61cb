using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Codes;

public sealed class CodebookFileTests
{
    [Fact]
    public void Codebooks_come_back() => Gen.Select(RandomTables.All, Gen.Int[2, 20]).Sample((table, cells) =>
    {
        var codebook = CodebookFitter.Fit(table, new CodebookOptions(cells, cells));
        var writer = new PayloadWriter();
        CodebookFormat.Write(writer, codebook);
        var reader = new PayloadReader(writer.ToArray());
        Assert.Equal(codebook, CodebookFormat.Read(reader));
        reader.End();
    });

    [Fact]
    public void A_file_comes_back_and_every_flipped_byte_is_detected()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.codes");
        var codebook = CodebookFitter.Fit(new Table(
        [
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [0.5, 1.5, Number.Missing, double.NaN]),
            NameColumn.From(new ColumnSchema("y", ColumnKind.Categorical), ["a", "b", null, "a"]),
        ]));
        CodebookFile.Write(path, codebook);
        Assert.Equal(codebook, CodebookFile.Read(path));
        var bytes = File.ReadAllBytes(path);
        for (var position = 0; position < bytes.Length; position++)
        {
            bytes[position] ^= 0x55;
            File.WriteAllBytes(path, bytes);
            Assert.StartsWith(path, Assert.Throws<InputException>(() => CodebookFile.Read(path)).Message);
            bytes[position] ^= 0x55;
        }
    }

    [Fact]
    public void Bytes_that_are_no_codebook_are_refused()
    {
        void Refused(Action<PayloadWriter> write)
        {
            var writer = new PayloadWriter();
            writer.WriteCount(1);
            writer.WriteString("x");
            write(writer);
            Assert.Throws<InputException>(() => CodebookFormat.Read(new PayloadReader(writer.ToArray())));
        }

        void Numbers(double minimum, params double[] upper) => Refused(writer =>
        {
            writer.WriteByte(0);
            writer.WriteDouble(minimum);
            writer.WriteDoubles(upper);
            writer.WriteBoolean(false);
        });

        Numbers(0, 1, 1);
        Numbers(2, 1);
        Numbers(double.NaN, 1);
        Numbers(0, 1, double.PositiveInfinity);
        Numbers(0, [.. Enumerable.Range(1, 252).Select(i => (double)i)]);
        Refused(writer => writer.WriteByte(2));
        Refused(writer =>
        {
            writer.WriteByte(1);
            writer.WriteStrings(["a", "b"]);
            writer.WriteStrings(["b"]);
        });
    }

    [Fact]
    public void Code_tables_come_back() => RandomTables.All.Sample(table =>
    {
        var codes = CodebookFitter.Fit(table).Encode(table);
        var writer = new PayloadWriter();
        CodeTableFormat.Write(writer, codes);
        var read = CodeTableFormat.Read(new PayloadReader(writer.ToArray()));
        Assert.Equal((codes.Rows, codes.Columns), (read.Rows, read.Columns));
        Assert.All(Enumerable.Range(0, codes.Columns), column => Assert.True(codes[column].SequenceEqual(read[column])));
    });
}
