using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Recipes;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Tournaments;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Tests.Tournaments;

/// <summary>The tournament on the shared drift scenarios: what it promotes is better on rows that it never saw.</summary>
[Trait("Category", "Golden")]
public sealed class ScenarioTests
{
    private static readonly LearningTask Task = LearningTask.Binary("income", ">50K");

    [Theory]
    [InlineData("none-s0", 1000, false)]
    [InlineData("none-s1", 1000, false)]
    [InlineData("none-s0", 300, false)]
    [InlineData("covariate-s0", 1000, false)]
    [InlineData("covariate-s1", 1000, false)]
    [InlineData("covariate-s1", 300, false)]
    [InlineData("label-shift-s0", 1000, false)]
    [InlineData("label-shift-s1", 1000, false)]
    [InlineData("concept-s0", 1000, true)]
    [InlineData("concept-s1", 1000, true)]
    [InlineData("new-slice-s0", 1000, true)]
    [InlineData("new-slice-s1", 1000, true)]
    [InlineData("new-slice-s0", 300, true)]
    public void What_is_promoted_is_better(string scenario, int rows, bool mustPromote)
    {
        var trainer = new LightGbmTrainer();
        var old = SharedData.Read($"scenarios/{scenario}/old.csv.gz");
        var test = SharedData.Read($"scenarios/{scenario}/test.csv.gz");
        var champion = trainer.Train(new TrainingSet(Task, old), 1, TestContext.Current.CancellationToken);
        var result = new Tournament(trainer).Run(
            new TournamentInput
            {
                Task = Task,
                Old = old,
                Recent = SharedData.Read($"scenarios/{scenario}/recent.csv.gz").Slice(0, rows),
                Champion = champion,
                EdgeCases = (input, stop) => RecentEdgeCases.Make(input, [], cancellationToken: stop).Table,
            },
            null,
            TestContext.Current.CancellationToken);

        var before = On(champion);
        Print($"{scenario} {rows}: {result.Verdict} {result.Winner}; {result.Synthetic.Verdict}");
        Print($"  test: champion auc {before.Auc:F4} log-loss {before.LogLoss:F4}");
        if (result.Model is { } promoted)
        {
            var after = On(promoted);
            Print($"  test: {result.Winner} auc {after.Auc:F4} log-loss {after.LogLoss:F4}");
            Assert.True(after.Auc > before.Auc && after.LogLoss < before.LogLoss);
        }

        Assert.True(result.Verdict == Verdict.Promote || !mustPromote);
        Assert.Equal(result.Verdict == Verdict.Promote, result.Winner != Recipe.Keep);

        Scores On(TrainedModel model) => Metrics.All(Task, Outcomes.Of(Task, test), model.Predict(test));
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
