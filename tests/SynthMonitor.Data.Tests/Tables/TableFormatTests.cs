using CsCheck;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Tables;

public sealed class TableFormatTests
{
    [Fact]
    public void Tables_come_back_bit_by_bit() => RandomTables.All.Sample(table =>
    {
        var reader = new PayloadReader(Bytes(table));
        RandomTables.AssertEqual(table, TableFormat.Read(reader));
        reader.End();
    });

    [Fact]
    public void Damaged_bytes_are_an_error_or_another_table_but_nothing_else() =>
        Gen.Select(RandomTables.All, Gen.Int[0, 1 << 20], Gen.Byte).Sample((table, position, value) =>
        {
            var bytes = Bytes(table);
            bytes[position % bytes.Length] = value;
            try
            {
                TableFormat.Read(new PayloadReader(bytes));
            }
            catch (InputException)
            {
                // Whatever the bytes claim, nothing but an input error comes out.
            }
        });

    [Fact]
    public void Only_names_that_occur_are_written()
    {
        var column = NameColumn.From(new ColumnSchema("x", ColumnKind.Categorical), ["long name that does not occur", "b", "c", "b"]);
        var read = TableFormat.Read(new PayloadReader(Bytes(new Table([column]).Take([3, 2, 1]))));
        Assert.Equal(["b", "c"], ((NameColumn)read["x"]).Names);
    }

    [Fact]
    public void Rising_instants_take_few_bytes()
    {
        var values = Enumerable.Range(0, 1000).Select(i => 1_700_000_000_000.0 + i * 30).ToArray();
        Assert.True(Bytes(new Table([new NumberColumn(new ColumnSchema("t", ColumnKind.Datetime), values)])).Length < 1050);
    }

    private static byte[] Bytes(Table table)
    {
        var writer = new PayloadWriter();
        TableFormat.Write(writer, table);
        return writer.ToArray();
    }
}
