using System.Text;
using CsCheck;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>Batches of rows: what is packed comes back, and the builder can be used again.</summary>
public sealed class RowBatchBuilderTests
{
    private static readonly ColumnSchema[] Columns =
    [
        new("x", ColumnKind.Numeric), new("c", ColumnKind.Categorical), new("b", ColumnKind.Boolean, Format: "N|Y"), new("t", ColumnKind.Text),
    ];

    [Fact]
    public void Rows_of_all_kinds_come_back_bit_by_bit()
    {
        var row = Gen.Select(
            Gen.Long, Gen.Long, Gen.String, Gen.OneOf(Gen.Double, Gen.Const(Number.Missing), Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity)),
            Gen.OneOf<string?>(null, "", "a", "é", "a\0b"), Gen.OneOf("", "v1", "v2"));
        row.Array[0, 30].Sample(rows =>
        {
            var builder = new RowBatchBuilder("loans", 3, SampleEpoch.Features(5), Columns);
            foreach (var (offset, time, key, number, name, model) in rows)
            {
                builder.AddFeatures(offset, time, time ^ 5, Encoding.UTF8.GetBytes(key), number, model, [number, 1], [name, key]);
            }

            var batch = Pack(builder);
            Assert.Equal(("loans", 3, SampleEpoch.Features(5), rows.Length), (batch.Monitor, batch.Epoch, batch.Source, batch.Rows));
            Assert.Equal(rows.Select(item => item.Item1), batch.Offsets);
            Assert.Equal(rows.Select(item => item.Item2), batch.Times);
            Assert.Equal(rows.Select(item => item.Item2 ^ 5), batch.EarlierTimes);
            Assert.Equal(rows.Select(item => Utf8(item.Item3)), batch.Keys);
            Assert.Equal(Bits(rows.Select(item => item.Item4)), Bits(batch.Scores));
            Assert.Equal(rows.Select(item => item.Item6), batch.Models);
            Assert.Equal(Columns, batch.Features!.Schema.Columns);
            Assert.Equal(Bits(rows.Select(item => item.Item4)), Bits(((NumberColumn)batch.Features["x"]).Values.ToArray()));
            Assert.Equal(rows.Select(item => item.Item5), Enumerable.Range(0, rows.Length).Select(index => ((NameColumn)batch.Features["c"])[index]));
        });
    }

    [Fact]
    public void Labels_come_back_and_have_no_features()
    {
        var builder = new RowBatchBuilder("loans", 1, SampleEpoch.Labels(0), []);
        builder.AddLabel(4, 10, 5, "k1"u8, "1");
        builder.AddLabel(9, 11, 10, "k2"u8, "0");
        builder.AddLabel(10, 12, 11, "k3"u8, "1");
        var batch = Pack(builder);
        Assert.Equal(["1", "0", "1"], batch.Labels);
        Assert.Equal(["k1", "k2", "k3"], batch.Keys);
        Assert.Null(batch.Features);
        Assert.Empty(batch.Scores);
    }

    [Fact]
    public void Nothing_of_a_batch_is_left_in_the_next()
    {
        var builder = new RowBatchBuilder("loans", 1, SampleEpoch.Features(0), Columns);
        builder.AddFeatures(1, 2, 3, "first"u8, 0.5, "v1", [1, 0], ["a", "b"]);
        Assert.True(builder.TextBytes >= 5 + 2 + 1 + 1);
        Pack(builder);
        Assert.Equal((0, 0), (builder.Rows, builder.TextBytes));
        builder.AddFeatures(4, 5, 6, "second"u8, 0.25, "v2", [2, 1], [null, "c"]);
        var batch = Pack(builder);
        Assert.Equal((1, "second", "v2"), (batch.Rows, batch.Keys[0], batch.Models[0]));
        Assert.Equal(["c"], ((NameColumn)batch.Features!["t"]).Names);
        Assert.True(batch.Features["c"].IsMissing(0));
    }

    [Fact]
    public void A_name_that_repeats_takes_no_more_room()
    {
        var builder = new RowBatchBuilder("loans", 1, SampleEpoch.Features(0), Columns);
        builder.AddFeatures(1, 2, 3, "k"u8, 0.5, "v1", [1, 0], ["a", "b"]);
        var before = builder.TextBytes;
        builder.AddFeatures(2, 2, 3, "k"u8, 0.5, "v1", [1, 0], ["a", "b"]);
        Assert.Equal(before + 1, builder.TextBytes);
    }

    private static RowBatch Pack(RowBatchBuilder builder) => Assert.IsType<RowBatch>(RowsMessage.Read(builder.Pack()));

    // Half a surrogate pair does not survive UTF-8.
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<long> Bits(IEnumerable<double> values) => values.Select(BitConverter.DoubleToInt64Bits);
}
