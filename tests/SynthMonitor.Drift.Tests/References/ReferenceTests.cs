using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.References;
using SynthMonitor.Drift.Tests.Monitoring;

namespace SynthMonitor.Drift.Tests.References;

public class ReferenceTests
{
    [Fact]
    public void Its_file_holds_it_and_its_calibrations()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.smref");
        try
        {
            var reference = Reference.From(Scored(200)).With(Watched.Calibration);
            ReferenceFormat.Save(path, reference);
            var read = ReferenceFormat.Load(path);
            Assert.Equal(reference.Digest, read.Digest);
            Assert.Equal(reference.Schema, read.Schema);
            Assert.Equal(reference.Codebook, read.Codebook);
            Assert.Equal(reference.Profile, read.Profile);
            Assert.Equal(reference.Outcomes, read.Outcomes);
            Assert.Equal(reference.Positive, read.Positive);
            Assert.Equal(Watched.Calibration.Digest, read.CalibrationFor(Watched.Options, 5)!.Digest);
            Assert.Null(read.CalibrationFor(Watched.Options, 6));
            Assert.Equal(ReferenceFormat.ToBytes(reference), ReferenceFormat.ToBytes(read));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Calibrations_do_not_change_its_digest() =>
        Assert.Equal(Watched.Reference.Digest, Watched.Reference.With(Watched.Calibration).Digest);

    [Fact]
    public void A_damaged_file_is_an_input_error()
    {
        var bytes = ReferenceFormat.ToBytes(Watched.Reference);
        bytes[bytes.Length / 2] ^= 1;
        Assert.Throws<InputException>(() => ReferenceFormat.FromBytes(bytes, "reference.smref"));
        Assert.Throws<InputException>(() => ReferenceFormat.FromBytes("nothing"u8));
    }

    [Fact]
    public void Too_few_rows_are_refused() =>
        Assert.Contains("at least 50", Assert.Throws<InputException>(() => Reference.From(Simulated.Mixed(49, 1))).Message);

    [Fact]
    public void Outcomes_follow_the_positive_value()
    {
        var table = Scored(200);
        Assert.Equal("1", Reference.From(table).Positive);
        var turned = Reference.From(table, new(Positive: "0"));
        Assert.Equal("0", turned.Positive);
        Assert.Equal(turned.Outcomes!.Rows - turned.Outcomes.Positives, Reference.From(table).Outcomes!.Positives);
        Assert.Throws<InputException>(() => Reference.From(table, new(Positive: "yes")));
    }

    [Fact]
    public void A_target_of_names_takes_the_last_in_ordinal_order_as_positive()
    {
        var target = NameColumn.From(new("y", ColumnKind.Categorical, ColumnRole.Target), Enumerable.Range(0, 200).Select(row => row % 3 == 0 ? ">50K" : "<=50K"));
        var reference = Reference.From(Scored(200).With(target));
        Assert.Equal(">50K", reference.Positive);
        Assert.Equal(67, reference.Outcomes!.Positives);
    }

    [Fact]
    public void A_target_with_three_values_has_no_outcomes()
    {
        var target = new NumberColumn(new("y", ColumnKind.Integer, ColumnRole.Target), [.. Enumerable.Range(0, 200).Select(row => row % 3.0)]);
        var reference = Reference.From(Scored(200).With(target));
        Assert.Null(reference.Outcomes);
        Assert.Null(reference.Positive);
    }

    [Fact]
    public void Rows_stand_in_order_of_time()
    {
        var rows = Scored(100);
        var times = new NumberColumn(new("t", ColumnKind.Datetime, ColumnRole.Time), [.. Enumerable.Range(0, 100).Select(row => 1000.0 - row)]);
        var reference = Reference.From(rows.With(times));
        var expected = reference.Codebook.Encode(rows.Take([.. Enumerable.Range(0, 100).Reverse()]));
        Assert.Equal(expected[0], reference.Codes[0]);
    }

    [Fact]
    public void Novelty_is_the_share_of_singletons()
    {
        var names = Enumerable.Range(0, 100).Select(row => row < 10 ? $"once {row}" : "often");
        var table = Scored(100).With(NameColumn.From(new("n", ColumnKind.Categorical), names));
        var reference = Reference.From(table);
        Assert.Equal(0.1, reference.Facts[reference.Codebook.IndexOf("n")].Novelty.Unseen, 12);
        Assert.Equal(0.01, reference.Facts[reference.Codebook.IndexOf("x")].Novelty.Below, 12);
        Assert.Equal(0.005, reference.Facts[reference.Codebook.IndexOf("x")].Novelty.Missing, 12);
    }

    private static Table Scored(int rows) => new(
    [
        Simulated.Normal("x", rows, 1),
        new NumberColumn(new("p", ColumnKind.Numeric, ColumnRole.Score), [.. Enumerable.Range(0, rows).Select(row => (row % 10) / 10.0)]),
        new NumberColumn(new("y", ColumnKind.Boolean, ColumnRole.Target), [.. Enumerable.Range(0, rows).Select(row => row % 10 > 5 ? 1.0 : 0)]),
    ]);
}
