using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams.Injection;

public sealed class AssociationTests
{
    private const int Rows = 2000;

    [Fact]
    public void Bands_count_noise_does_not()
    {
        var random = new KeyedRandom(1);
        var x = Enumerable.Range(0, Rows).Select(_ => random.NextDouble()).ToArray();
        var noise = Enumerable.Range(0, Rows).Select(_ => random.NextDouble()).ToArray();
        var inBand = x.Select(value => value is > 0.4 and < 0.6).ToArray();

        Assert.InRange(Association.Strength(x, inBand), 0.85, 1);
        Assert.InRange(Association.Strength(noise, inBand), 0, 0.02);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void A_constant_or_absent_feature_has_none(double value) =>
        Assert.Equal(0, Association.Strength([value, value, value], [true, false, true]));

    [Fact]
    public void One_class_has_none() => Assert.Equal(0, Association.Strength([1, 2, 3], [true, true, true]));

    [Fact]
    public void Ranking_takes_features_of_numbers_alone()
    {
        bool[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % 2 == 0)];
        double[] exact = [.. labels.Select(label => label ? 1.0 : 0)];
        double[] rough = [.. labels.Select((label, row) => label && row % 3 == 0 ? 1.0 : 0)];
        var table = new Table(
        [
            new NumberColumn(new("rough", ColumnKind.Numeric), rough),
            new NumberColumn(new("exact", ColumnKind.Integer), exact),
            new NumberColumn(new("tie", ColumnKind.Integer), exact),
            new NumberColumn(new("flag", ColumnKind.Boolean), exact),
            new NumberColumn(new("date", ColumnKind.Datetime), exact),
            new NumberColumn(new("logged", ColumnKind.Numeric, ColumnRole.Score), exact),
        ]);

        Assert.Equal(["exact", "tie", "rough"], Association.Rank(table, labels).Select(column => column.Name));
    }
}
