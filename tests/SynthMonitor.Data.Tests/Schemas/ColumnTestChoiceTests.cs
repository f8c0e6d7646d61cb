using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tests.Schemas;

public sealed class ColumnTestChoiceTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.yaml");

    [Fact]
    public void Tests_thresholds_and_floors_are_read_from_the_schema_file()
    {
        var columns = Read("columns:\n- name: a\n  test: ks\n  threshold: 0.01\n- name: b\n  test: ignore\n- name: c\n  floor: 0.2\n- name: d\n").Columns;
        Assert.Equal(
            [new(ColumnTest.KolmogorovSmirnov, 0.01), new(ColumnTest.Ignore), new(ColumnTest.Automatic, null, 0.2), null],
            columns.Select(column => column.Test));
    }

    [Fact]
    public void All_faults_are_told_at_once_with_their_lines()
    {
        var exception = Assert.Throws<InputException>(() =>
            Read("columns:\n- name: a\n  test: kss\n- name: b\n  test: ks\n  threshold: 2\n- name: c\n  test: psi\n  threshold: 2\n- name: d\n  floor: x\n"));
        Assert.Equal(3, exception.Errors.Length);
        Assert.Contains("the test 'kss'", exception.Message);
        Assert.Contains("perhaps 'ks'", exception.Message);
        Assert.Contains("a level between 0 and 1", exception.Message);
        Assert.Contains("the floor 'x'", exception.Message);
    }

    [Fact]
    public void Every_test_has_one_name() => Assert.Equal(Enum.GetValues<ColumnTest>().Length, ColumnTests.ByName.Values.Distinct().Count());

    public void Dispose() => File.Delete(path);

    private SchemaOverrides Read(string yaml)
    {
        File.WriteAllText(path, yaml);
        return SchemaFile.Read(path);
    }
}
