using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Tests.Conditions;

public sealed class ConditionSetTests
{
    private static readonly Schema Schema = new([
        new("id", ColumnKind.Text, ColumnRole.Key),
        new("education", ColumnKind.Categorical),
        new("age", ColumnKind.Integer),
        new("income", ColumnKind.Numeric),
        new("member", ColumnKind.Boolean, Format: "no|yes"),
        new("since", ColumnKind.Datetime),
        new("label", ColumnKind.Categorical, ColumnRole.Target),
        new("a=b", ColumnKind.Numeric),
    ]);

    [Theory]
    [InlineData("education=Doctorate", "Doctorate", true)]
    [InlineData("education=Doctorate", "Masters", false)]
    [InlineData("education=Doctorate,Masters", "Masters", true)]
    [InlineData("education= Doctorate , Masters ", "Masters", true)]
    [InlineData("education=!Doctorate,Masters", "Masters", false)]
    [InlineData("education=!Doctorate,Masters", "Preschool", true)]
    [InlineData("education=!Doctorate", null, false)]
    [InlineData("education=!", "Masters", true)]
    [InlineData("education=", null, true)]
    [InlineData("education=", "", false)]
    [InlineData("education=\"\"", "", true)]
    [InlineData("education=Masters,", null, true)]
    [InlineData("label=>50K", ">50K", true)]
    [InlineData("label=\"a, b: c\"", "a, b: c", true)]
    [InlineData("label=\"say \"\"yes\"\"\"", "say \"yes\"", true)]
    [InlineData("label=\"!no\"", "!no", true)]
    [InlineData("label=1..2", "1..2", true)]
    public void Names_are_read(string text, string? value, bool isMet)
    {
        var condition = Assert.Single(ConditionSet.Parse(Schema, [text]).Conditions);
        Assert.Equal(isMet, Assert.IsType<NameSet>(condition.Values).Contains(value));
        Assert.Null(condition.Share);
    }

    [Theory]
    [InlineData("age=60..80", 60, true)]
    [InlineData("age=60..80", 80, true)]
    [InlineData("age=60..80", 59, false)]
    [InlineData("age=60..", 1e9, true)]
    [InlineData("age=..60", -5, true)]
    [InlineData("age=17,40..50", 17, true)]
    [InlineData("age=17,40..50", 30, false)]
    [InlineData("age=!40..50,60", 50, false)]
    [InlineData("age=!40..50,60", 51, true)]
    [InlineData("age=!40..50,60", 61, true)]
    [InlineData("age=!40..50,60", 60, false)]
    [InlineData("income=-1.5..-0.5", -1, true)]
    [InlineData("member=yes", 1, true)]
    [InlineData("member=NO", 0, true)]
    [InlineData("since=1970-01-02..", 86_400_000, true)]
    [InlineData("since=\"1970-01-02T00:00:00Z\"", 86_400_000, true)]
    [InlineData("\"a=b\"=3", 3, true)]
    public void Numbers_are_read(string text, double value, bool isMet) =>
        Assert.Equal(isMet, Assert.IsType<NumberSet>(Assert.Single(ConditionSet.Parse(Schema, [text]).Conditions).Values).Contains(value));

    [Fact]
    public void Shares_and_missing_numbers_are_read()
    {
        var conditions = ConditionSet.Parse(Schema, ["label=>50K:0.3", "age=", "income=1..2,:1"]).Conditions;
        Assert.Equal([0.3, null, 1.0], conditions.Select(condition => condition.Share));
        Assert.All(conditions.Skip(1), condition => Assert.True(((NumberSet)condition.Values).Contains(Number.Missing)));
        Assert.False(((NumberSet)conditions[1].Values).Contains(0));
    }

    [Theory]
    [InlineData("age", "no '='")]
    [InlineData("agee=3", "expected perhaps 'age'")]
    [InlineData("id=7", "made up from a pattern")]
    [InlineData("age=old", "expected a whole number")]
    [InlineData("age=80..60", "lower end first")]
    [InlineData("age=1..2..3", "low..high")]
    [InlineData("income=NaN", "expected a number")]
    [InlineData("member=maybe", "'no' or 'yes'")]
    [InlineData("since=yesterday", "ISO 8601")]
    [InlineData("label=yes:2", "a share of the rows, 0 … 1")]
    [InlineData("label=yes:", "a share of the rows")]
    [InlineData("since=1970-01-02T00:00:00Z", "double quotes")]
    [InlineData("label=\"yes", "not closed")]
    [InlineData("label=\"yes\"no", "expected ',' or ':'")]
    public void Faults_are_named(string text, string expected)
    {
        var message = Assert.Throws<InputException>(() => ConditionSet.Parse(Schema, [text])).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(text, message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_reported()
    {
        var errors = Assert.Throws<InputException>(() => ConditionSet.Parse(Schema, ["agee=3", "age=40", "age=old"])).Errors;
        Assert.Collection(
            errors,
            error => Assert.Contains("agee=3", error, StringComparison.Ordinal),
            error => Assert.Contains("age=old", error, StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_of_a_column_must_not_exceed_the_whole() =>
        Assert.Contains("'label' add up to 1.2", Assert.Throws<InputException>(() =>
            ConditionSet.Parse(Schema, ["label=a:0.6", "label=b:0.6"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Conditions_for_a_share_bind_no_single_row()
    {
        var table = new Table([new NumberColumn(new("age", ColumnKind.Integer), [30, 70])]);
        var conditions = ConditionSet.Parse(table.Schema, ["age=60..:0.5"]);
        Assert.True(conditions.Matches(table, 0));
        Assert.False(ConditionSet.Parse(table.Schema, ["age=60.."]).Matches(table, 0));
    }

    [Fact]
    public void Names_that_are_written_are_read_as_the_same() =>
        Gen.Select(Gen.String[Gen.Char[" ,:>\"=!.ab"], 0, 6].Array[1, 3], Gen.Bool).Sample((names, isExcluding) =>
        {
            var written = new Condition(Schema[1], new NameSet([.. names], isExcluding: isExcluding), 0.25);
            var read = Assert.Single(ConditionSet.Parse(Schema, [written.ToString()]).Conditions);
            var set = (NameSet)read.Values;
            return read.Share == 0.25 && set.IsExcluding == isExcluding && set.Names.SequenceEqual(names) && !set.WithMissing;
        });

    [Fact]
    public void Numbers_that_are_written_are_read_as_the_same() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Double[-1e9, 1e9], Gen.Bool).Sample((one, other, isOpen) =>
        {
            var range = new NumberRange(isOpen ? double.NegativeInfinity : Math.Min(one, other), Math.Max(one, other));
            var written = new Condition(Schema[3], new NumberSet([range], withMissing: isOpen));
            var set = (NumberSet)Assert.Single(ConditionSet.Parse(Schema, [written.ToString()]).Conditions).Values;
            return set.Ranges is [var read] && read == range && set.WithMissing == isOpen;
        });
}
