using System.Text;
using System.Text.Json;
using CsCheck;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Records that are alike are read without a parser, and to the same effect.</summary>
public sealed class RecordShapeTests
{
    private const string Known = """{"id":"k1", "skip":[1,{"a":true}],"a":1.5,"n":{"b":null,"c":"x"},"t":false}""";
    private static readonly string[]?[] Paths = [["id"], ["a"], ["n", "b"], ["t"]];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        "1", "-0.25", "1e-05", "1e400", "12345678901234567890", "0.1234567890123456789", "true", "false", "null",
        "\"text\"", "\"é\"", "\"a\\u00e9\"", "\"\\ud800\"", "\"NaN\"", "[1]", "{\"b\":2}", "01", "1.", "tru", "\"open", "");

    [Fact]
    public void Values_are_handed_over_in_their_order()
    {
        var sink = new Sink();
        Assert.True(Shape(Known)!.Walk("""{"id":"k2", "skip":[9,{"a":null}],"a":-2,"n":{"b":7,"c":"y"},"t":true}"""u8, sink));
        Assert.Equal(["0 \"k2\"", "1 number -2", "2 number 7", "3 true"], sink.Values);
    }

    [Theory]
    [InlineData("""{"id":"k2","skip":[9,{"a":null}],"a":-2,"n":{"b":7,"c":"y"},"t":true}""")]
    [InlineData("""{"id":"k2", "skip":[9,{"a":null}],"a":-2,"n":{"b":7,"c":"y"},"t":true} """)]
    [InlineData("""{"id":"k2", "skip":[9,{"a":null}],"a":-2,"n":{"b":7,"c":"y"},"t":true""")]
    [InlineData("""{"id":"k2", "skip":[9,{"a":null}],"a":{},"n":{"b":7,"c":"y"},"t":true}""")]
    [InlineData("""{"id":"k2"}""")]
    [InlineData("")]
    public void A_record_of_another_shape_is_refused(string record) => Assert.False(Shape(Known)!.Walk(Encoding.UTF8.GetBytes(record), new Sink()));

    [Theory]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"n":{"b":{"c":1}}}""")]
    public void A_field_that_holds_no_scalar_makes_no_shape(string record) => Assert.Null(Shape(record));

    [Fact]
    public void A_field_that_serves_twice_makes_no_shape() =>
        Assert.Null(RecordShape.Of("{\"a\":1}"u8, JsonField.Tree([["a"], ["a"]]), default));

    [Fact]
    public void Whatever_is_read_by_shape_is_what_the_parser_reads() => Scalar.Array[7].Sample(scalars =>
    {
        var record = Encoding.UTF8.GetBytes(
            $$$"""{"id":{{{scalars[0]}}}, "skip":[{{{scalars[1]}}},{"a":{{{scalars[2]}}}}],"a":{{{scalars[3]}}},"n":{"b":{{{scalars[4]}}},"c":{{{scalars[5]}}}},"t":{{{scalars[6]}}}}""");
        var (learned, fresh) = (new JsonWalker(JsonField.Tree(Paths), 1000), new JsonWalker(JsonField.Tree(Paths), 1000));
        var (expected, actual) = (new Sink { TakesNumbers = false }, new Sink { TakesNumbers = false });
        learned.Walk(Encoding.UTF8.GetBytes(Known), new Sink());
        Assert.Equal(fresh.Walk(record, expected), learned.Walk(record, actual));
        Assert.Equal(expected.Values, actual.Values);
    });

    private static RecordShape? Shape(string record) => RecordShape.Of(Encoding.UTF8.GetBytes(record), JsonField.Tree(Paths), default);

    private sealed class Sink : JsonWalker.ISink
    {
        public bool TakesNumbers { get; init; } = true;

        public List<string> Values { get; } = [];

        public void Begin() => Values.Clear();

        public bool Number(int slot, double value)
        {
            if (TakesNumbers)
            {
                Values.Add($"{slot} number {value}");
            }

            return TakesNumbers;
        }

        public void Value(int slot, ref Utf8JsonReader reader)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            Values.Add($"{slot} {document.RootElement.GetRawText()}");
        }
    }
}
