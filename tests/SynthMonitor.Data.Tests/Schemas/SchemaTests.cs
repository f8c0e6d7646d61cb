using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Tests.Schemas;

public sealed class SchemaTests
{
    private static readonly Schema Example = new(
    [
        new ColumnSchema("x", ColumnKind.Numeric),
        new ColumnSchema("y", ColumnKind.Boolean, ColumnRole.Target, "no|yes"),
        new ColumnSchema("s", ColumnKind.Categorical, ColumnRole.Segment),
    ]);

    [Fact]
    public void Columns_are_found_by_name_and_role()
    {
        Assert.Equal(1, Example.IndexOf("y"));
        Assert.Equal(-1, Example.IndexOf("Y"));
        Assert.Equal("y", Example.WithRole(ColumnRole.Target)?.Name);
        Assert.Null(Example.WithRole(ColumnRole.Key));
    }

    [Fact]
    public void A_singular_role_leaves_its_former_column_ignored()
    {
        Assert.Equal(
            [ColumnRole.Target, ColumnRole.Ignored, ColumnRole.Segment],
            Example.SetRole("x", ColumnRole.Target).Columns.Select(column => column.Role));
        Assert.Equal(
            [ColumnRole.Segment, ColumnRole.Target, ColumnRole.Segment],
            Example.SetRole("x", ColumnRole.Segment).Columns.Select(column => column.Role));
    }

    [Fact]
    public void Two_columns_of_one_name_are_refused() => Assert.Throws<ArgumentException>(() => new Schema([Example[0], Example[0]]));

    [Fact]
    public void Text_keys_times_and_ignored_columns_are_not_coded()
    {
        Assert.True(Example.Columns.All(column => column.IsCoded));
        Assert.False(new ColumnSchema("t", ColumnKind.Text).IsCoded);
        Assert.All(
            [ColumnRole.Key, ColumnRole.Time, ColumnRole.Ignored],
            role => Assert.False(new ColumnSchema("x", ColumnKind.Numeric, role).IsCoded));
    }

    [Fact]
    public void Bytes_come_back_and_bytes_that_are_no_schema_are_refused()
    {
        var writer = new PayloadWriter();
        SchemaFormat.Write(writer, Example);
        var bytes = writer.ToArray();
        Assert.Equal(Example, SchemaFormat.Read(new PayloadReader(bytes)));
        bytes[3] = 200;
        Assert.Throws<InputException>(() => SchemaFormat.Read(new PayloadReader(bytes)));
        Assert.Throws<InputException>(() => SchemaFormat.Read(new PayloadReader(bytes.AsMemory(0, 8))));
        var twice = new PayloadWriter();
        twice.WriteCount(2);
        foreach (var _ in new[] { 0, 1 })
        {
            twice.WriteString("x");
            twice.WriteByte(0);
            twice.WriteByte(0);
            twice.WriteOptionalString(null);
        }

        Assert.Throws<InputException>(() => SchemaFormat.Read(new PayloadReader(twice.ToArray())));
    }
}
