using CsCheck;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tests.Texts;

public sealed class ValueTextTests
{
    [Fact]
    public void What_is_written_is_read_back() => RandomTables.All.Sample(table =>
    {
        Span<char> scratch = stackalloc char[32];
        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            var text = new ValueText(column.Schema);
            foreach (var value in column.Values)
            {
                if (!Number.IsMissing(value))
                {
                    Assert.True(text.TryParse(text.Format(value, scratch), out var read));
                    Assert.Equal(value, read);
                }
            }
        }
    });

    [Theory]
    [InlineData(ColumnKind.Boolean, null, "TRUE", 1.0)]
    [InlineData(ColumnKind.Boolean, null, "0", 0.0)]
    [InlineData(ColumnKind.Boolean, "no|yes", "Yes", 1.0)]
    [InlineData(ColumnKind.Boolean, "no|yes", " no ", 0.0)]
    [InlineData(ColumnKind.Boolean, "1|0", "0", 1.0)]
    [InlineData(ColumnKind.Boolean, "no|yes", "true", null)]
    [InlineData(ColumnKind.Integer, null, "12.0", 12.0)]
    [InlineData(ColumnKind.Integer, null, "1e3", 1000.0)]
    [InlineData(ColumnKind.Integer, null, "007", 7.0)]
    [InlineData(ColumnKind.Integer, null, "9007199254740993", null)]
    [InlineData(ColumnKind.Integer, null, "12.5", null)]
    [InlineData(ColumnKind.Datetime, "dd.MM.yyyy", "31.01.2024", 1_706_659_200_000.0)]
    [InlineData(ColumnKind.Datetime, "yyyyMMdd", "2024-01-31", null)]
    [InlineData(ColumnKind.Datetime, "yyyy-MM-dd HH:mm zzz", "2024-01-31 02:00 +02:00", 1_706_659_200_000.0)]
    public void Texts_are_read(ColumnKind kind, string? format, string text, double? expected)
    {
        Assert.Equal(expected is not null, new ValueText(new ColumnSchema("x", kind, Format: format)).TryParse(text, out var value));
        Assert.True(expected is null || value == expected);
    }

    [Theory]
    [InlineData(ColumnKind.Boolean, "yes")]
    [InlineData(ColumnKind.Boolean, "yes|YES")]
    [InlineData(ColumnKind.Boolean, "|yes")]
    [InlineData(ColumnKind.Boolean, "a|b|c")]
    [InlineData(ColumnKind.Datetime, "%")]
    [InlineData(ColumnKind.Numeric, "0.0")]
    [InlineData(ColumnKind.Categorical, "x")]
    public void Formats_that_are_none_are_refused(ColumnKind kind, string format)
    {
        Assert.NotNull(ValueText.FormatFault(kind, format));
        Assert.Throws<ArgumentException>(() => new ValueText(new ColumnSchema("x", kind, Format: format)));
        Assert.Throws<ArgumentException>(() => SchemaOverrides.Of(new ColumnOverride("x", kind, Format: format)));
    }

    [Fact]
    public void Whole_numbers_that_are_none_are_written_as_they_are()
    {
        var text = new ValueText(new ColumnSchema("x", ColumnKind.Integer));
        Span<char> scratch = stackalloc char[32];
        Assert.Equal("1.5", text.Format(1.5, scratch).ToString());
        Assert.Equal("NaN", text.Format(double.NaN, scratch).ToString());
    }
}
