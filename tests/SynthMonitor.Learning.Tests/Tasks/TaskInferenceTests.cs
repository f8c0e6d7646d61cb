using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tests.Tasks;

public sealed class TaskInferenceTests
{
    [Fact]
    public void Two_names_are_binary_and_the_rarer_is_positive()
    {
        var task = TaskInference.Infer(new Table([Samples.Names("income", "<=50K", ">50K", "<=50K", null)]), "income");
        Assert.Equal((TaskKind.Binary, ">50K", Metric.Auc), (task.Kind, task.Positive, task.Metric));
    }

    [Fact]
    public void A_name_that_says_yes_is_positive_even_when_frequent() =>
        Assert.Equal("Yes", TaskInference.Infer(new Table([Samples.Names("bought", "Yes", "Yes", "No")]), "bought").Positive);

    [Fact]
    public void Numbers_0_and_1_are_binary() =>
        Assert.Equal("1", TaskInference.Infer(new Table([Samples.Numbers("class", ColumnKind.Integer, 0, 1, 1)]), "class").Positive);

    [Fact]
    public void More_names_are_classes_in_order_of_their_text()
    {
        var task = TaskInference.Infer(new Table([Samples.Names("kind", "b", "c", "a", "b")]), "kind");
        Assert.Equal(TaskKind.Multiclass, task.Kind);
        Assert.Equal(["a", "b", "c"], task.Classes);
        Assert.Equal(3, task.Width);
    }

    [Fact]
    public void Many_numbers_are_a_regression()
    {
        var task = TaskInference.Infer(new Table([Samples.Numbers("rings", ColumnKind.Integer, [.. Enumerable.Range(1, 30)])]), "rings");
        Assert.Equal((TaskKind.Regression, Metric.Rmse), (task.Kind, task.Metric));
    }

    [Fact]
    public void A_positive_class_makes_any_target_binary() =>
        Assert.Equal(TaskKind.Binary, TaskInference.Infer(new Table([Samples.Names("kind", "b", "c", "a")]), "kind", positive: "a").Kind);

    [Fact]
    public void A_target_that_is_not_there_names_a_near_match() => AssertFault("'income'", [Samples.Names("income", "a", "b")], "incom");

    [Fact]
    public void A_constant_target_is_refused() => AssertFault("always 'a'", [Samples.Names("target", "a", "a", null)], "target");

    [Fact]
    public void A_missing_target_is_refused() => AssertFault("missing in all rows", [Samples.Names("target", null, null)], "target");

    [Fact]
    public void A_table_without_rows_is_refused() => AssertFault("no rows", [Samples.Names("target")], "target");

    [Fact]
    public void Too_many_classes_are_refused() =>
        AssertFault("101 classes", [Samples.Names("target", [.. Enumerable.Range(0, 101).Select(i => $"c{i}")])], "target");

    [Fact]
    public void A_positive_class_that_does_not_occur_names_a_near_match()
    {
        var fault = Assert.Throws<InputException>(() => TaskInference.Infer(new Table([Samples.Names("t", "good", "bad")]), "t", positive: "goood"));
        Assert.Contains("'good'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_of_another_kind_is_refused()
    {
        var fault = Assert.Throws<InputException>(() => TaskInference.Infer(new Table([Samples.Names("t", "a", "b")]), "t", metric: Metric.Rmse));
        Assert.Contains("auc or logLoss or accuracy or brier", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_of_names_is_refused()
    {
        var fault = Assert.Throws<InputException>(() => TaskInference.Infer(new Table([Samples.Names("t", "a", "b")]), "t", TaskKind.Regression));
        Assert.Contains("numbers", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertFault(string message, Column[] columns, string target)
    {
        var fault = Assert.Throws<InputException>(() => TaskInference.Infer(new Table([.. columns]), target));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
