using System.Text;
using CsCheck;
using SynthMonitor.Data.Formats.Csv;

namespace SynthMonitor.Data.Tests.Formats.Csv;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b/1|2")]
    [InlineData("a,b\r\n1,2", "a|b/1|2")]
    [InlineData("a,b\r1,2\r", "a|b/1|2")]
    [InlineData("\uFEFFa,b", "a|b")]
    [InlineData("\n\na,b\n\n\r\n1,2\n\n", "a|b/1|2")]
    [InlineData("a,\n,b\n", "a|/|b")]
    [InlineData("\"a,b\",\"c\nd\",\"e\"\"f\"\n1,2,3", "a,b|c\nd|e\"f/1|2|3")]
    [InlineData("\"\"\n", "")]
    [InlineData("\"\"\"\",\"\"\"x\"\"\"", "\"|\"x\"")]
    [InlineData("a\"b,c \"d\"", "a\"b|c \"d\"")]
    [InlineData(" a , b ", " a | b ")]
    [InlineData("", null)]
    [InlineData("\r\n\n", null)]
    public void Rows_are_read(string text, string? expected)
    {
        var rows = Rows(Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, rows.Count == 0 ? null : string.Join('/', rows.Select(row => string.Join('|', row.Cells))));
    }

    [Fact]
    public void Each_row_knows_its_line() =>
        Assert.Equal([1, 3, 6, 7], Rows("a,b\n\n\"x\ny\r\nz\",2\n1,2\r\n3,4"u8.ToArray()).Select(row => row.Line));

    [Theory]
    [InlineData("a,b\n1,\"x\ny,3\n", "f.csv, line 2, column 2: a quote that is never closed; expected a closing quote")]
    [InlineData("a,b\n\"x\ny\"z,3\n", "f.csv, line 3, column 1: 'z' after a closing quote; expected ',' or the end of the line")]
    public void Faults_name_line_and_column(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Rows(Encoding.UTF8.GetBytes(text))).Message);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_on_their_line()
    {
        Assert.Equal(
            "f.csv, line 2: bytes that are not UTF-8; expected UTF-8 text",
            Assert.Throws<InputException>(() => Rows([.. "a,b\n1,"u8, 0xE4, 0x0A])).Message);
        Assert.Throws<InputException>(() => Rows([.. "a,b\n1,"u8, 0xC3]));
        Assert.Throws<InputException>(() => Rows(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b")).ToArray()));
    }

    [Fact]
    public void Any_cells_come_back_however_the_stream_is_cut()
    {
        var cell = Gen.OneOf(
            Gen.String[Gen.OneOf('a', ',', '"', '\n', '\r', 'ä', ' '), 0, 6],
            Gen.Const("🎲🎲"),
            Gen.Int[60_000, 70_000].Select(n => new string('x', n)));
        Gen.Select(cell.Array[1, 4].Array[1, 6], Gen.Int[1, 9]).Sample((rows, step) =>
        {
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Quote)) + "\n"));
            var read = Rows(new TricklingStream(Encoding.UTF8.GetBytes(text), text.Length > 1000 ? 1000 : step));
            Assert.Equal(rows, read.Select(row => row.Cells));
        }, iter: 50);
    }

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<(long Line, string[] Cells)> Rows(byte[] bytes) => Rows(new MemoryStream(bytes));

    private static List<(long Line, string[] Cells)> Rows(Stream stream)
    {
        using var reader = new CsvReader(stream, "f.csv", ',');
        var rows = new List<(long, string[])>();
        while (reader.Read())
        {
            rows.Add((reader.Line, [.. Enumerable.Range(0, reader.Count).Select(cell => reader[cell].ToString())]));
        }

        return rows;
    }

    private sealed class TricklingStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);
    }
}
