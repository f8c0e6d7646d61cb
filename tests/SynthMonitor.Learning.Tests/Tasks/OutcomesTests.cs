using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tests.Tasks;

public sealed class OutcomesTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("true")]
    public void A_positive_number_is_found_however_it_is_written(string positive)
    {
        var task = LearningTask.Binary("class", positive);
        var expected = new[] { 0, 1, double.NaN };
        Assert.Equal(expected, Outcomes.Of(task, new Table([Samples.Numbers("class", ColumnKind.Integer, 0, 1, Number.Missing)])));
        Assert.Equal(expected, Outcomes.Of(task, new Table([Samples.Numbers("class", ColumnKind.Boolean, 0, 1, Number.Missing)])));
    }

    [Fact]
    public void Every_other_name_is_negative() =>
        Assert.Equal([1, 0, 0], Outcomes.Of(LearningTask.Binary("t", "a"), new Table([Samples.Names("t", "a", "b", "c")])));

    [Fact]
    public void Classes_are_numbered_in_the_order_of_the_task() =>
        Assert.Equal([2, 0, double.NaN], Outcomes.Of(LearningTask.Multiclass("t", ["x", "y", "z"]), new Table([Samples.Names("t", "z", "x", null)])));

    [Fact]
    public void A_class_that_the_task_does_not_know_is_refused()
    {
        var fault = Assert.Throws<InputException>(() => Outcomes.Of(LearningTask.Multiclass("t", ["x", "y", "z"]), new Table([Samples.Names("t", "w")])));
        Assert.Contains("the class 'w'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_finite_are_missing_in_a_regression() => Assert.Equal(
        [1.5, double.NaN, double.NaN],
        Outcomes.Of(LearningTask.Regression("t"), new Table([Samples.Numbers("t", ColumnKind.Numeric, 1.5, double.PositiveInfinity, Number.Missing)])));
}
