using Parquet;
using Parquet.Schema;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Formats.Parquet;

public sealed class ParquetFileTests
{
    [Fact]
    public async Task Types_of_other_programs_are_read_over_all_row_groups()
    {
        using var folder = new TemporaryFolder();
        var fields = new[]
        {
            new DataField<float>("float"), new DataField<short>("short"), new DataField<long>("long"), new DataField<DateOnly>("date"),
            new DataField<decimal>("decimal"), new DataField("text", typeof(string)),
        };
        await using (var file = File.Create(folder.File("t.parquet")))
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file, cancellationToken: TestContext.Current.CancellationToken))
        {
            foreach (var part in new[] { 1, 2 })
            {
                using var group = writer.CreateRowGroup();
                await group.WriteAsync<float>(
                    fields[0], new[] { part + 0.5f }.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
                await group.WriteAsync<short>(
                    fields[1], new[] { (short)part }.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
                await group.WriteAsync<long>(
                    fields[2], new[] { long.MaxValue - part }.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
                await group.WriteAsync<DateOnly>(
                    fields[3], new[] { new DateOnly(1970, 1, part) }.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
                await group.WriteAsync<decimal>(
                    fields[4], new[] { part / 4m }.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
                await group.WriteAsync(fields[5], new[] { $"t{part}" });
            }
        }

        var table = TableFile.Read(folder.File("t.parquet"));
        Assert.Equal(
            [ColumnKind.Numeric, ColumnKind.Integer, ColumnKind.Text, ColumnKind.Datetime, ColumnKind.Numeric, ColumnKind.Categorical],
            table.Schema.Columns.Select(column => column.Kind));
        Assert.Equal([1.5, 2.5], ((NumberColumn)table["float"]).Values.ToArray());
        Assert.Equal([1, 2], ((NumberColumn)table["short"]).Values.ToArray());
        Assert.Equal(["9223372036854775806", "9223372036854775805"], ((NameColumn)table["long"]).Names);
        Assert.Equal([0, 86_400_000], ((NumberColumn)table["date"]).Values.ToArray());
        Assert.Equal([0.25, 0.5], ((NumberColumn)table["decimal"]).Values.ToArray());
        Assert.Equal(["t1", "t2"], ((NameColumn)table["text"]).Names);
    }

    [Fact]
    public void Given_kinds_convert_what_fits_and_refuse_what_does_not()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.parquet");
        var written = new Table(
        [
            new NumberColumn(new ColumnSchema("n", ColumnKind.Integer), [1, 0, Number.Missing]),
            NameColumn.From(new ColumnSchema("s", ColumnKind.Categorical), ["2024-01-31", null, "?"]),
        ]);
        TableFile.Write(path, written, TestContext.Current.CancellationToken);

        Table Read(params ColumnOverride[] overrides) => TableFile.Read(
            path, new TableReadOptions { Overrides = SchemaOverrides.Of(overrides) });
        var table = Read(new ColumnOverride("n", ColumnKind.Categorical), new ColumnOverride("s", ColumnKind.Datetime));
        Assert.Equal(["1", "0"], ((NameColumn)table["n"]).Names);
        Assert.Equal([1_706_659_200_000, Number.Missing, Number.Missing], ((NumberColumn)table["s"]).Values.ToArray());
        Assert.Equal([1, 0, Number.Missing], ((NumberColumn)Read(new ColumnOverride("n", ColumnKind.Boolean))["n"]).Values.ToArray());
        Assert.Equal(
            $"{path}, line 1, column s: '2024-01-31'; expected a number",
            Assert.Throws<InputException>(() => Read(new ColumnOverride("s", ColumnKind.Numeric))).Message);
        Assert.Contains("there is no column 'm'", Assert.Throws<InputException>(() => Read(new ColumnOverride("m"))).Message);
    }

    [Fact]
    public async Task Nested_columns_and_other_types_are_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        async Task Refused(Field field, string message)
        {
            var path = folder.File($"{field.Name}.parquet");
            await using (var file = File.Create(path))
            {
                await using var writer = await ParquetWriter.CreateAsync(
                    new ParquetSchema(field), file, cancellationToken: TestContext.Current.CancellationToken);
            }

            Assert.Equal($"{path}, column {field.Name}: {message}", Assert.Throws<InputException>(() => TableFile.Read(path)).Message);
        }

        await Refused(new StructField("struct", new DataField<int>("x")), "nested values; expected a single value in each row");
        await Refused(
            new DataField("bytes", typeof(byte[])), "values of type BYTE_ARRAY; expected numbers, booleans, dates, timestamps or text");
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.parquet");
        TableFile.Write(
            path,
            new Table([new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2, 3])]),
            TestContext.Current.CancellationToken);
        var bytes = File.ReadAllBytes(path);
        foreach (var length in new[] { 0, 3, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.StartsWith(path, Assert.Throws<InputException>(() => TableFile.Read(path)).Message);
        }
    }
}
