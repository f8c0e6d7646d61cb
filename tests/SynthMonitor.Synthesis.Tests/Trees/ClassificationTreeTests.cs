using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.Tests.Trees;

public sealed class ClassificationTreeTests
{
    private static readonly NameCodes Features = new("x", ["a", "b", "c", "d"], []);

    private static readonly Gen<(byte[][] Columns, byte[] Response)> AnyRows = Gen.Int[40, 300].SelectMany(rows =>
        Gen.Select(Codes(rows), Codes(rows), Codes(rows), (one, other, noise) => (new[] { one, other }, Mix(one, other, noise))));

    [Fact]
    public void Leaves_hold_the_rows_that_fall_into_them_and_never_too_few() => AnyRows.Sample(data =>
    {
        var tree = Grow(data, 10);
        var rows = Enumerable.Range(0, data.Response.Length).GroupBy(row => tree.LeafOf(Row(data.Columns, row))).ToArray();
        return rows.Length == tree.Leaves && rows.All(leaf => leaf.Count() >= 10
            && leaf.Count() == tree.Given(Row(data.Columns, leaf.First())).Total);
    });

    [Fact]
    public void Path_to_a_leaf_is_met_by_exactly_its_rows() => AnyRows.Sample(data =>
    {
        var tree = Grow(data, 10);
        bool IsOnPath(int leaf, int row) => tree.PathTo(leaf).All(step => step.Codes.Contains(data.Columns[step.Column][row]));
        return Enumerable.Range(0, tree.Leaves).All(leaf => Enumerable.Range(0, data.Response.Length)
            .All(row => tree.LeafOf(Row(data.Columns, row)) == leaf == IsOnPath(leaf, row)));
    });

    [Fact]
    public void A_dependence_is_learnt_and_a_depth_is_kept()
    {
        byte[] feature = [.. Enumerable.Range(0, 200).Select(row => (byte)(Code.First + row % 4))];
        byte[] response = [.. feature.Select(code => (byte)(code == Code.First + 1 ? 9 : 7))];
        var tree = Grow(([feature], response), 10);
        Assert.Equal(2, tree.Leaves);
        Assert.Equal(9, tree.Given([Code.First + 1]).At(0, out _));
        Assert.Equal(7, tree.Given([Code.First + 3]).At(149, out _));
        var stump = new TreeGrower([Features], [feature], new(10, 0, 0)).Grow(response, SplitTarget.Of(Features, []), CancellationToken.None);
        Assert.Equal(1, stump.Leaves);
    }

    [Fact]
    public void Written_and_read_decides_the_same() => AnyRows.Sample(data =>
    {
        var tree = Grow(data, 10);
        var writer = new PayloadWriter();
        tree.Write(writer);
        var reader = new PayloadReader(writer.ToArray());
        Assert.Equal((byte)ColumnModelKind.ClassificationTree, reader.ReadByte());
        var read = ClassificationTree.Read(reader, 2, 256);
        return Enumerable.Range(0, data.Response.Length).Select(row => Row(data.Columns, row))
            .All(row => tree.LeafOf(row) == read.LeafOf(row) && tree.Given(row).Total == read.Given(row).Total);
    });

    [Fact]
    public void Bytes_that_are_no_tree_are_refused() =>
        Gen.Select(AnyRows, Gen.Int[0, 10_000], Gen.Byte).Sample(
            (data, at, value) =>
            {
                var writer = new PayloadWriter();
                Grow(data, 10).Write(writer);
                var bytes = writer.ToArray();
                bytes[at % bytes.Length] = value;
                try
                {
                    var tree = ClassificationTree.Read(new PayloadReader(bytes), 2, 256);
                    return tree.LeafOf(new byte[2]) < tree.Leaves;
                }
                catch (InputException)
                {
                    return true;
                }
            },
            iter: 300);

    private static ClassificationTree Grow((byte[][] Columns, byte[] Response) data, int minimumLeaf) =>
        new TreeGrower([.. data.Columns.Select(_ => (ColumnCodes)Features)], data.Columns, new(minimumLeaf, 40, 0))
            .Grow(data.Response, SplitTarget.Of(Features, new int[256]), CancellationToken.None);

    private static byte[] Row(byte[][] columns, int row) => [.. columns.Select(column => column[row])];

    private static Gen<byte[]> Codes(int rows) => Gen.Int[0, 3].Select(code => (byte)(Code.First + code)).Array[rows];

    private static byte[] Mix(byte[] one, byte[] other, byte[] noise) =>
        [.. one.Select((code, row) => noise[row] == Code.First ? noise[row] : code == other[row] ? (byte)(Code.First + 1) : code)];
}
