using CsCheck;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.LabelFree;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests.Conformance;

/// <summary>What merges does so in any order and grouping to the same bits, and what was added can be taken away.</summary>
public class MergeConformance
{
    private static readonly Gen<(double Score, bool Flag, int Part)[]> Rows =
        Gen.Select(Gen.Double[0, 1], Gen.Bool, Gen.Int[0, 3]).Array[0, 300];

    [Fact]
    public void Score_sums() => Rows.Sample(rows => Holds(
        rows, () => new ScoreSums(), (sums, row) => sums.Add(row.Score, row.Score * row.Score, row.Flag), (sums, other) => sums.Add(other),
        (sums, other) => sums.Subtract(other), (sums, writer) => sums.Write(writer)));

    [Fact]
    public void Outcome_counts() => Rows.Sample(rows => Holds(
        rows, () => new OutcomeCounts(), (counts, row) => counts.Add(row.Flag, row.Score), (counts, other) => counts.Add(other),
        (counts, other) => counts.Subtract(other), (counts, writer) => counts.Write(writer)));

    private static void Holds<T>(
        (double Score, bool Flag, int Part)[] rows, Func<T> create, Action<T, (double Score, bool Flag, int Part)> add, Action<T, T> merge,
        Action<T, T> subtract, Action<T, PayloadWriter> write)
    {
        T Of(IEnumerable<(double Score, bool Flag, int Part)> some)
        {
            var whole = create();
            foreach (var row in some)
            {
                add(whole, row);
            }

            return whole;
        }

        byte[] Bytes(T whole)
        {
            var writer = new PayloadWriter();
            write(whole, writer);
            return writer.ToArray();
        }

        var expected = Bytes(Of(rows));
        T[] parts = [.. Enumerable.Range(0, 4).Select(part => Of(rows.Where(row => row.Part == part)))];
        foreach (var order in new[] { new[] { 0, 1, 2, 3 }, [3, 1, 0, 2] })
        {
            var merged = create();
            foreach (var part in order)
            {
                merge(merged, parts[part]);
            }

            Assert.Equal(expected, Bytes(merged));
        }

        Assert.Equal(expected, Bytes(Of(rows.Reverse())));
        var rest = Of(rows);
        subtract(rest, parts[0]);
        Assert.Equal(Bytes(Of(rows.Where(row => row.Part != 0))), Bytes(rest));
    }
}
