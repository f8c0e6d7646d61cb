using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Features;

namespace SynthMonitor.Learning.Tests.Features;

public sealed class FeaturizerTests
{
    private static readonly Table Training = new([
        Samples.Numbers("number", ColumnKind.Numeric, 1, 2, 3, 4, 5),
        Samples.Names("colour", "red", "blue", "red", "blue", "red"),
        Samples.Names("target", "a", "b", "a", "b", "a"),
        new NumberColumn(new ColumnSchema("id", ColumnKind.Integer, ColumnRole.Key), [1, 2, 3, 4, 5]),
        NameColumn.From(new ColumnSchema("remark", ColumnKind.Text), ["x", "y", "z", "v", "w"]),
    ]);

    [Fact]
    public void Features_are_what_is_neither_target_nor_key_nor_text() =>
        Assert.Equal(["number", "colour"], Featurizer.Fit(Training, "target").Features.Select(feature => feature.Name));

    [Fact]
    public void Names_become_ranks_by_frequency_and_a_new_name_comes_last()
    {
        var matrix = Featurizer.Fit(Training, "target").Encode(new Table([
            Samples.Names("colour", "red", "blue", "green", null), Samples.Numbers("number", ColumnKind.Numeric, 3, 5, 1, Number.Missing)]));
        Assert.Equal([0f, 1f, 2f, 0f], Enumerable.Range(0, 4).Select(row => matrix[row][1]));
        Assert.Equal([0f, 1f, -1f, 0f], Enumerable.Range(0, 4).Select(row => matrix[row][0]));
    }

    [Fact]
    public void Missing_values_come_below_all_others_where_training_had_them()
    {
        var table = new Table([
            Samples.Names("colour", "red", null), Samples.Numbers("number", ColumnKind.Numeric, double.NegativeInfinity, Number.Missing)]);
        Assert.Equal([0f, -1e30f, -2e30f, -2e30f], Featurizer.Fit(table, "target").Encode(table).Values);
    }

    [Fact]
    public void Infinities_become_large_and_finite()
    {
        var matrix = Featurizer.Fit(Training, "target").Encode(new Table([
            Samples.Names("colour", "red", "red"), Samples.Numbers("number", ColumnKind.Numeric, double.PositiveInfinity, double.NegativeInfinity)]));
        Assert.Equal(1e30f, matrix[0][0]);
        Assert.Equal(-1e30f, matrix[1][0]);
    }

    [Fact]
    public void Instants_a_minute_apart_stay_apart()
    {
        const double Start = 1_700_000_000_000;
        var table = new Table([Samples.Numbers("at", ColumnKind.Datetime, [.. Enumerable.Range(0, 1000).Select(minute => Start + (60_000.0 * minute))])]);
        var matrix = Featurizer.Fit(table, "target").Encode(table);
        Assert.Equal(1000, matrix.Values.Distinct().Count());
    }

    [Fact]
    public void Numbers_stand_for_the_names_that_they_are_written_as()
    {
        var featurizer = Featurizer.Fit(new Table([Samples.Names("code", "7", "7", "12")]), "target");
        Assert.Equal([1f, 0f, 2f], featurizer.Encode(new Table([Samples.Numbers("code", ColumnKind.Integer, 12, 7, 5)])).Values);
    }

    [Fact]
    public void Missing_columns_are_named()
    {
        var fault = Assert.Throws<InputException>(() => Featurizer.Fit(Training, "target").Encode(Training.Without("number", "colour")));
        Assert.Contains("'number', 'colour'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_for_numbers_are_refused_with_their_row()
    {
        var table = new Table([Samples.Names("number", null, "high"), Samples.Names("colour", "red", "red")]);
        var fault = Assert.Throws<InputException>(() => Featurizer.Fit(Training, "target").Encode(table));
        Assert.Equal((2L, "number"), (fault.Line, fault.Column));
    }

    [Fact]
    public void A_table_without_features_is_refused() =>
        Assert.Throws<InputException>(() => Featurizer.Fit(new Table([Samples.Names("target", "a", "b")]), "target"));
}
