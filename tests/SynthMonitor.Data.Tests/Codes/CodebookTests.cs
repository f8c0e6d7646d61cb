using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Codes;

public sealed class CodebookTests
{
    [Fact]
    public void Every_value_has_a_code_below_the_count_and_rows_are_coded_one_by_one() =>
        Gen.Select(RandomTables.All, Gen.Int[2, 40]).Sample((table, cells) =>
        {
            var half = table.Slice(0, table.Rows / 2);
            var codebook = CodebookFitter.Fit(half, new CodebookOptions(cells, cells));
            var codes = codebook.Encode(table);
            for (var index = 0; index < codes.Columns; index++)
            {
                var column = table[codebook.Columns[index].Name];
                for (var row = 0; row < table.Rows; row++)
                {
                    var code = codes[index][row];
                    Assert.True(code < codebook.Columns[index].Count);
                    Assert.Equal(column.IsMissing(row), code == Code.Missing);
                    Assert.Equal(code, codebook.Encode(table.Take([row]))[index][0]);
                    Assert.NotEmpty(codebook.Columns[index].Describe(code));
                    var isReference = row < half.Rows && column is not NumberColumn { Schema.Kind: ColumnKind.Numeric };
                    Assert.True(!isReference || code is Code.Missing or >= Code.First);
                }
            }
        });

    [Fact]
    public void A_column_that_the_table_lacks_is_missing()
    {
        var table = new Table([new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2])]);
        var codes = CodebookFitter.Fit(table).Encode(new Table([new NumberColumn(new ColumnSchema("y", ColumnKind.Numeric), [1, 2, 3])]));
        Assert.Equal([Code.Missing, Code.Missing, Code.Missing], codes[0]);
    }

    [Fact]
    public void A_column_of_the_other_storage_is_refused_by_name()
    {
        var codebook = CodebookFitter.Fit(new Table([new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2])]));
        var names = new Table([NameColumn.From(new ColumnSchema("x", ColumnKind.Categorical), ["a"])]);
        Assert.Equal(
            "column x: Categorical values; expected numbers, as in the reference",
            Assert.Throws<InputException>(() => codebook.Encode(names)).Message);
    }
}
