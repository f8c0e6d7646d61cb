using System.Buffers;
using System.Text;
using SynthMonitor.Data.Formats.JsonLines;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Formats.JsonLines;

public sealed class JsonRowWriterTests
{
    [Fact]
    public void Every_kind_is_written_as_JSON_has_it()
    {
        var table = new Table(
        [
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [0.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity]),
            new NumberColumn(new ColumnSchema("n", ColumnKind.Integer), [9007199254740992, -1, 0, Number.Missing]),
            new NumberColumn(new ColumnSchema("f", ColumnKind.Boolean, Format: "no|yes"), [1, 0, Number.Missing, 1]),
            new NumberColumn(new ColumnSchema("t", ColumnKind.Datetime, Format: "yyyy"), [1_706_659_200_000, 250, Number.Missing, 0]),
            NameColumn.From(new ColumnSchema("ä \"q\"", ColumnKind.Categorical), ["say \"hi\"\n", null, "", "naïve"]),
        ]);
        using var writer = new JsonRowWriter(table.Schema);
        Assert.Equal(
        [
            "{\"x\":0.1,\"n\":9007199254740992,\"f\":true,\"t\":\"2024-01-31T00:00:00Z\",\"ä \\\"q\\\"\":\"say \\\"hi\\\"\\n\"}",
            "{\"x\":\"NaN\",\"n\":-1,\"f\":false,\"t\":\"1970-01-01T00:00:00.250Z\",\"ä \\\"q\\\"\":null}",
            "{\"x\":\"Infinity\",\"n\":0,\"f\":null,\"t\":null,\"ä \\\"q\\\"\":\"\"}",
            "{\"x\":\"-Infinity\",\"n\":null,\"f\":true,\"t\":\"1970-01-01T00:00:00Z\",\"ä \\\"q\\\"\":\"naïve\"}",
        ],
        Enumerable.Range(0, 4).Select(row =>
        {
            var output = new ArrayBufferWriter<byte>();
            writer.Write(table, row, output);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }));
    }
}
