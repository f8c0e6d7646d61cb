using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.MetaTrees;

namespace SynthMonitor.Synthesis.Tests.MetaTrees;

public sealed class MetaTreeShapeTests
{
    [Fact]
    public void Every_code_with_rows_stands_alone_once() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 5].Array[6, 60]).Where(data => data.Item2.Any(count => count > 0)).Sample(data =>
        {
            var shape = MetaTreeShape.Of(data.Item1, data.Item2);
            var alone = Enumerable.Range(0, shape.Right.Count).Where(node => shape.Right[node] == 0).Select(node => (int)shape.Codes[node]).Order();
            return alone.SequenceEqual(Enumerable.Range(0, data.Item2.Length).Where(code => data.Item2[code] > 0));
        });

    [Fact]
    public void Missing_values_are_asked_for_first_and_the_rest_is_halved()
    {
        int[] counts = [30, 0, 0, 0, 0, 10, 10, 80, 10, 10];
        var shape = MetaTreeShape.Of(isOrdered: true, counts);
        Assert.Equal<byte>([Code.Missing], shape.Members[1]);
        Assert.Equal<byte>([7, 8, 9], shape.Members[shape.Right[shape.Right[0]]]);
    }

    [Fact]
    public void Frequent_names_need_few_questions()
    {
        int[] counts = [0, 0, 0, 0, 0, 100, 20, 10, 5, 1];
        var shape = MetaTreeShape.Of(isOrdered: false, counts);
        byte[] alone = [.. new[] { shape.Members[1], shape.Members[shape.Right[0]] }.Single(members => members.Length == 1)];
        Assert.Equal<byte>([5], alone);
    }
}
