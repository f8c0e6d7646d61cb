using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class DerivedColumnsFormatTests
{
    private const int Rows = 400;

    [Fact]
    public void What_was_written_codes_rows_as_before()
    {
        var derived = DerivedColumns.Fit(Related.Rows(Rows, 1, 0.5))!;
        var bytes = Written(derived);
        var read = DerivedColumnsFormat.Read(new PayloadReader(bytes, "test"), Rows)!;
        Assert.Equal(derived.Columns, read.Columns);
        Assert.All(Enumerable.Range(0, derived.Columns.Length), column => Assert.Equal(derived.Codes[column].ToArray(), read.Codes[column].ToArray()));
        Assert.Equal(bytes, Written(read));
    }

    [Fact]
    public void That_there_are_none_is_written_too() => Assert.Null(DerivedColumnsFormat.Read(new PayloadReader(Written(null), "test"), Rows));

    [Fact]
    public void Codes_of_another_number_of_rows_are_refused()
    {
        var bytes = Written(DerivedColumns.Fit(Related.Rows(Rows, 1, 0.5))!);
        Assert.Contains($"of {Rows + 1} rows", Assert.Throws<InputException>(() => DerivedColumnsFormat.Read(new PayloadReader(bytes, "test"), Rows + 1)).Message);
    }

    [Fact]
    public void No_cut_makes_it_fail_in_another_way()
    {
        var bytes = Written(DerivedColumns.Fit(Related.Rows(Rows, 1, 0.5))!);
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Throws<InputException>(() => DerivedColumnsFormat.Read(new PayloadReader(bytes.AsMemory(0, length), "test"), Rows));
        }
    }

    private static byte[] Written(DerivedColumns? derived)
    {
        var writer = new PayloadWriter();
        DerivedColumnsFormat.Write(writer, derived);
        return writer.ToArray();
    }
}
