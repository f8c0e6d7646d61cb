using System.Collections.Immutable;
using System.Text;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Feature records: fields, their paths, keys and times.</summary>
public sealed class FeatureDecoderTests
{
    private static readonly Table Reference = new(
    [
        new NumberColumn(new ColumnSchema("income", ColumnKind.Numeric), [.. Enumerable.Range(0, 100).Select(row => (double)row)]),
        NameColumn.From(new ColumnSchema("capital.gain", ColumnKind.Categorical), Enumerable.Range(0, 100).Select(row => row % 2 == 0 ? "a" : "b")),
        new NumberColumn(new ColumnSchema("score", ColumnKind.Numeric, ColumnRole.Score), [.. Enumerable.Range(0, 100).Select(row => row / 100.0)]),
    ]);

    private static readonly FeatureInput Input = new()
    {
        Topic = "t", Partitions = 1, Key = "id", Time = "ts", Score = "out.score", ModelVersion = "version",
        Columns = ImmutableSortedDictionary<string, string>.Empty.Add("income", "applicant.income"),
    };

    [Fact]
    public void Every_field_is_found_at_its_path()
    {
        var decoder = Decoder(Input);
        Assert.Null(Decode(decoder, """
            {"applicant":{"age":3,"income":50},"noise":[1,{"id":"no"}],"capital.gain":"b","id":"k1","ts":1704067200000,"out":{"score":0.25},"version":"v2"}
            """));
        var row = decoder.Row;
        Assert.Equal([50], row.Numbers);
        Assert.Equal(["b"], row.Names);
        Assert.Equal((0.25, "v2", 0), (row.Score, row.Model, row.Faults));
        Assert.Equal(1704067200000, row.Time);
        Assert.Equal("k1", Key(decoder));
        Assert.All(row.Codes, code => Assert.True(code >= Code.First));
    }

    [Fact]
    public void A_column_is_found_by_its_own_name_even_if_there_are_dots_in_it()
    {
        var decoder = Decoder(Input);
        Decode(decoder, """{"capital":{"gain":"a"}}""");
        Assert.Equal([null], decoder.Row.Names);
        Decode(decoder, """{"capital.gain":"a"}""");
        Assert.Equal(["a"], decoder.Row.Names);
    }

    [Fact]
    public void Fields_may_come_in_any_order_and_be_absent()
    {
        var decoder = Decoder(Input);
        Decode(decoder, """{"version":"v1","id":"k","capital.gain":"a","applicant":{"income":1}}""");
        Assert.Equal([1], decoder.Row.Numbers);
        Decode(decoder, """{"applicant":{"income":2},"capital.gain":"b"}""");
        Assert.Equal([2], decoder.Row.Numbers);
        Assert.Equal("", decoder.Row.Model);
        Assert.Equal("", Key(decoder));
        Assert.Null(decoder.Row.Time);
        Assert.Equal(0, decoder.Row.Faults);
        Assert.True(Number.IsMissing(decoder.Row.Score));
    }

    [Fact]
    public void Nothing_of_a_record_is_left_in_the_next()
    {
        var decoder = Decoder(Input);
        Decode(decoder, """{"applicant":{"income":"x"},"capital.gain":"a","id":"k","ts":1,"version":"v","out":{"score":0.5}}""");
        Decode(decoder, "{}");
        Assert.True(Number.IsMissing(decoder.Row.Numbers[0]));
        Assert.Equal([null], decoder.Row.Names);
        Assert.All(decoder.Row.Codes, code => Assert.Equal(Code.Missing, code));
        Assert.Equal(("", "", null, 0), (Key(decoder), decoder.Row.Model, decoder.Row.Time, decoder.Row.Faults));
    }

    [Fact]
    public void Of_a_property_that_comes_twice_the_last_counts()
    {
        var decoder = Decoder(Input);
        Decode(decoder, """{"capital.gain":"a","capital.gain":null,"applicant":{"income":1,"income":2},"id":"a","id":"b"}""");
        Assert.Equal([2], decoder.Row.Numbers);
        Assert.Equal([null], decoder.Row.Names);
        Assert.Equal(Code.Missing, decoder.Row.Codes[1]);
        Assert.Equal("b", Key(decoder));
    }

    [Fact]
    public void A_field_can_serve_twice()
    {
        var decoder = Decoder(Input with { Score = "applicant.income" });
        Decode(decoder, """{"applicant":{"income":0.5}}""");
        Assert.Equal((0.5, 0.5), (decoder.Row.Numbers[0], decoder.Row.Score));
    }

    [Fact]
    public void Without_a_configured_field_the_score_is_looked_for_by_the_name_of_its_column()
    {
        var decoder = Decoder(Input with { Score = null });
        Decode(decoder, """{"score":0.75}""");
        Assert.Equal(0.75, decoder.Row.Score);
        Assert.True(decoder.Row.Codes[2] >= Code.First);
    }

    [Theory]
    [InlineData("\"0.5\"")]
    [InlineData("{\"a\":1}")]
    [InlineData("true")]
    public void A_score_that_is_no_number_is_missing_and_a_fault(string score)
    {
        var decoder = Decoder(Input);
        Assert.Null(Decode(decoder, $$$"""{"out":{"score":{{{score}}}},"version":"v"}"""));
        Assert.True(Number.IsMissing(decoder.Row.Score));
        Assert.Equal((1, "v"), (decoder.Row.Faults, decoder.Row.Model));
    }

    [Fact]
    public void Key_and_time_are_the_logs_where_no_field_is_named()
    {
        var decoder = Decoder(Input with { Key = null, Time = null });
        Assert.Null(decoder.Decode("{}"u8, "own"u8, 1704067200123));
        Assert.Equal(("own", 1704067200123), (Key(decoder), decoder.Row.Time));
        decoder.Decode("{}"u8, [], long.MaxValue);
        Assert.Equal("", Key(decoder));
        Assert.Null(decoder.Row.Time);
    }

    [Fact]
    public void A_version_beyond_all_measure_counts_as_none()
    {
        var decoder = Decoder(Input);
        Decode(decoder, $$"""{"version":"{{new string('v', ModelNames.Longest)}}"}""");
        Assert.Equal(ModelNames.Longest, decoder.Row.Model.Length);
        Decode(decoder, $$"""{"version":"{{new string('v', ModelNames.Longest + 1)}}"}""");
        Assert.Equal("", decoder.Row.Model);
    }

    private static FeatureDecoder Decoder(FeatureInput input) => new(input, Reference.Schema, CodebookFitter.Fit(Reference));

    private static string? Decode(FeatureDecoder decoder, string json) => decoder.Decode(Encoding.UTF8.GetBytes(json), [], 0);

    private static string Key(FeatureDecoder decoder) => Encoding.UTF8.GetString(decoder.Row.Key.Span);
}
