using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tests.Schemas;

public sealed class SchemaOverridesTests
{
    [Fact]
    public void Later_overrides_complete_and_replace_earlier_ones()
    {
        var overrides = SchemaOverrides.Of(new ColumnOverride("x", ColumnKind.Datetime, ColumnRole.Time, "yyyy"), new ColumnOverride("y", ColumnKind.Text))
            .With(new ColumnOverride("x", Role: ColumnRole.Key), new ColumnOverride("z"));
        Assert.Equal(
            [new ColumnOverride("x", ColumnKind.Datetime, ColumnRole.Key, "yyyy"), new ColumnOverride("y", ColumnKind.Text), new ColumnOverride("z")],
            overrides.Columns);
    }

    [Fact]
    public void A_singular_role_moves_to_another_column()
    {
        var overrides = SchemaOverrides.Of(new ColumnOverride("x", Role: ColumnRole.Target), new ColumnOverride("s", Role: ColumnRole.Segment))
            .WithRole("y", ColumnRole.Target).WithRole("y2", ColumnRole.Segment);
        Assert.Equal(
            [ColumnRole.Ignored, ColumnRole.Segment, ColumnRole.Target, ColumnRole.Segment],
            overrides.Columns.Select(column => column.Role!.Value));
    }

    [Fact]
    public void Columns_must_be_there_unless_they_come_from_another_schema()
    {
        var exception = Assert.Throws<InputException>(
            () => SchemaOverrides.Of(new ColumnOverride("x"), new ColumnOverride("y")).Check("f", ["z"]));
        Assert.Equal(["f: there is no column 'x'; expected one of z", "f: there is no column 'y'; expected one of z"], exception.Errors);
        SchemaOverrides.From(new Schema([new ColumnSchema("x", ColumnKind.Text)])).Check("f", ["z"]);
    }

    [Fact]
    public void A_format_needs_a_kind() =>
        Assert.Throws<ArgumentException>(() => SchemaOverrides.Of(new ColumnOverride("x", Format: "no|yes")));
}
