using System.Text.Json;
using System.Text.Json.Nodes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Drift.Tests.Detectors;

public class AdwinTests
{
    [Fact]
    [Trait("Category", "Golden")]
    public void Equals_River_trace_by_trace()
    {
        var streams = Golden.Load("drift_streams.json")["streams"]!.AsObject();
        var cases = Golden.Cases(Golden.Load("detectors_river.json"), function => function == "river.drift.ADWIN").ToArray();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            AssertTrace(one, Values(streams[one["inputs"]!["stream"]!.GetValue<string>()]!));
        }
    }

    [Fact]
    public void Goes_on_after_write_and_read_as_if_nothing_had_happened()
    {
        var random = new KeyedRandom(3);
        var whole = new Adwin();
        var cut = new Adwin();
        for (var i = 0; i < 5000; i++)
        {
            var value = random.NextDouble() < (i < 3000 ? 0.1 : 0.3) ? 1.0 : 0.0;
            whole.Update(value);
            cut.Update(value);
            if (i % 501 == 0)
            {
                var writer = new PayloadWriter();
                cut.Write(writer);
                cut = Adwin.Read(new PayloadReader(writer.ToArray()));
            }

            Assert.Equal((whole.IsDrift, whole.Width, whole.Total, whole.Deviation, whole.MeanBefore), (cut.IsDrift, cut.Width, cut.Total, cut.Deviation, cut.MeanBefore));
        }
    }

    [Fact]
    public void A_reset_detector_equals_a_new_one()
    {
        var used = new Adwin();
        for (var i = 0; i < 1000; i++)
        {
            used.Update(i % 2);
        }

        used.Reset();
        Assert.Equal(Bytes(new Adwin()), Bytes(used));
    }

    [Fact]
    public void NaN_changes_nothing()
    {
        var detector = new Adwin();
        detector.Update(1);
        var before = Bytes(detector);
        detector.Update(double.NaN);
        Assert.Equal(before, Bytes(detector));
    }

    private static void AssertTrace(JsonNode one, double[] stream)
    {
        var id = one["id"]!.GetValue<string>();
        var detector = new Adwin(OptionsOf(one["args"]!.AsObject()));
        var expected = one["expected"]!;
        var columns = expected["trace_columns"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray();
        var trace = expected["trace"]!.AsArray();
        var drift = new List<int>();
        for (var step = 0; step < stream.Length; step++)
        {
            var isValue = !double.IsNaN(stream[step]);
            detector.Update(stream[step]);
            if (isValue && detector.IsDrift)
            {
                drift.Add(step);
            }

            if ((step + 1) % 50 == 0)
            {
                AssertRow(id, step, columns, trace[(step + 1) / 50 - 1]!, detector, one["tolerance"]!["trace"]!);
            }
        }

        Assert.Equal(expected["drift"]!.AsArray().Select(index => index!.GetValue<int>()), drift);
    }

    private static void AssertRow(string id, int step, string[] columns, JsonNode row, Adwin detector, JsonNode tolerance)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            var actual = columns[column] switch
            {
                "width" => detector.Width,
                "estimation" => detector.Mean.Value ?? 0,
                "variance" => detector.Deviation,
                "total" => detector.Total,
                _ => double.NaN,
            };
            if (!double.IsNaN(actual))
            {
                Golden.AssertNear(Golden.Number(row[column]), actual, tolerance, $"{id} step {step} {columns[column]}");
            }
        }
    }

    private static AdwinOptions OptionsOf(JsonObject arguments)
    {
        var options = new AdwinOptions();
        foreach (var (name, value) in arguments)
        {
            options = name switch
            {
                "delta" => options with { Delta = value!.GetValue<double>() },
                "clock" => options with { Clock = value!.GetValue<int>() },
                "max_buckets" => options with { MaximumBuckets = value!.GetValue<int>() },
                "min_window_length" => options with { MinimumWindow = value!.GetValue<int>() },
                "grace_period" => options with { GracePeriod = value!.GetValue<int>() },
                _ => throw new InvalidOperationException($"unknown argument {name}"),
            };
        }

        return options;
    }

    private static double[] Values(JsonNode stream) => stream.GetValueKind() == JsonValueKind.String
        ? [.. stream.GetValue<string>().Select(bit => bit - '0')]
        : Golden.Numbers(stream);

    private static byte[] Bytes(Adwin detector)
    {
        var writer = new PayloadWriter();
        detector.Write(writer);
        return writer.ToArray();
    }
}
