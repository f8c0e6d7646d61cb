using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tests.EdgeCases;

public sealed class RowErrorsTests
{
    [Fact]
    public void Binary_errors_are_distances_to_the_outcome()
    {
        var errors = RowErrors.Of(Samples.Task, [1, 0, double.NaN, 1], new Predictions([0.75, 0.75, 0.5, double.NaN]));
        Assert.Equal([0.25, 0.75, double.NaN, double.NaN], errors);
    }

    [Fact]
    public void Multiclass_errors_are_what_the_true_class_lacks() => Assert.Equal(
        [0.5, 0.75], RowErrors.Of(LearningTask.Multiclass("t", ["a", "b", "c"]), [0, 2], new Predictions([0.5, 0.25, 0.25, 0.5, 0.25, 0.25], 3)));

    [Fact]
    public void Regression_errors_are_shares_of_a_great_one_so_that_one_outlier_hides_nothing()
    {
        double[] predictions = [.. Enumerable.Range(0, 101).Select(error => error == 100 ? 1e9 : error)];
        var errors = RowErrors.Of(LearningTask.Regression("t"), new double[101], new Predictions(predictions));
        Assert.Equal((0, 0.2, 1, 1), (errors[0], errors[19], errors[95], errors[100]));
    }
}
