using CsCheck;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tests.Schemas;

public sealed class SchemaFileTests
{
    [Fact]
    public void Overrides_are_read()
    {
        using var folder = new TemporaryFolder();
        var overrides = SchemaFile.Read(
            folder.Write("s.yaml", "columns:\n- { name: a, kind: Boolean, role: target, format: no|yes }\n- name: \"b: c\"\n"));
        Assert.Equal(
            [new ColumnOverride("a", ColumnKind.Boolean, ColumnRole.Target, "no|yes"), new ColumnOverride("b: c")], overrides.Columns);
    }

    [Fact]
    public void Written_schemas_come_back()
    {
        using var folder = new TemporaryFolder();
        var next = 0;
        var name = Gen.OneOf(
            Gen.OneOf("null", "true", "1", "- x", "a: b", "#", "naïve 🎲", "two\nlines", " padded ", "\"", "'", "~"),
            Gen.String[Gen.Char['!', '~'], 1, 5]);
        Gen.Select(name, Gen.Enum<ColumnKind>(), Gen.OneOf(ColumnRole.Feature, ColumnRole.Segment)).Array[0, 5].Sample(columns =>
        {
            var path = folder.File($"{Interlocked.Increment(ref next)}.yaml");
            var schema = new Schema([.. columns.DistinctBy(column => column.Item1).Select(column => new ColumnSchema(
                column.Item1, column.Item2, column.Item3, column.Item2 == ColumnKind.Datetime ? "yyyy-MM-dd HH:mm" : column.Item2 == ColumnKind.Boolean ? "no|yes" : null))]);
            SchemaFile.Write(path, schema);
            Assert.Equal(
                schema.Columns.Select(column => new ColumnOverride(column.Name, column.Kind, column.Role, column.Format)),
                SchemaFile.Read(path).Columns);
            File.Delete(path);
        }, iter: 30);
    }

    [Fact]
    public void All_errors_are_told_at_once_with_line_and_column()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("s.yaml", """
            columns:
            - name: a
              knid: numeric
            - kind: numeric
            - { name: b, kind: integr, role: labl }
            - name: c
              role: target
            - name: c
            - name: d
              role: target
            - e
            - name: [f]
            - { name: g, format: yyyy }
            - { name: h, kind: boolean, format: "yes" }
            - { name: i, kind: numeric, format: "0.0" }
            drift: {}
            """);
        Assert.Equal(
        [
            $"{path}, line 16, column 1: the unknown key 'drift'; expected one of columns",
            $"{path}, line 3, column 3: the unknown key 'knid'; expected perhaps 'kind'",
            $"{path}, line 4, column 3: a column without a name; expected name: and the column's name",
            $"{path}, line 5, column 20: the kind 'integr'; expected perhaps 'integer'",
            $"{path}, line 5, column 34: the role 'labl'; expected one of feature, target, prediction, score, key, time, segment, ignored",
            $"{path}, line 8, column 3: the column 'c' again; expected a column once",
            $"{path}, line 9, column 3: the role target for 'd' and 'c'; expected one column of that role",
            $"{path}, line 11, column 3: no mapping; expected a column with a name",
            $"{path}, line 12, column 9: no text as name; expected text",
            $"{path}, line 12, column 3: a column without a name; expected name: and the column's name",
            $"{path}, line 13, column 22: format: found 'yyyy' without a kind, expected kind boolean or datetime",
            $"{path}, line 14, column 37: format: found 'yes', expected the texts of false and true with | between them, such as no|yes",
            $"{path}, line 15, column 37: format: found '0.0', expected none for kind Numeric",
        ],
        Assert.Throws<InputException>(() => SchemaFile.Read(path)).Errors);
    }

    [Theory]
    [InlineData("", "line 1, column 1: no mapping; expected columns:, a list of columns")]
    [InlineData("columns: 1", "line 1, column 10: no list of columns; expected columns:, a list of columns")]
    [InlineData("columns: [", "line 2, column 1")]
    [InlineData("columns:\n- name: a\n  name: b", "line 3, column 3")]
    public void What_is_no_schema_is_refused(string text, string message)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(message, Assert.Throws<InputException>(() => SchemaFile.Read(folder.Write("s.yaml", text))).Message);
        Assert.EndsWith(
            "no such file; expected a file", Assert.Throws<InputException>(() => SchemaFile.Read(folder.File("t.yaml"))).Message);
    }
}
