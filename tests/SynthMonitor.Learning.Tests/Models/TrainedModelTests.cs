using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Tests.Models;

public sealed class TrainedModelTests
{
    private static readonly Table Rows = Samples.Loans(600, 1);
    private static readonly TrainedModel Model = Samples.Train(Rows, seed: 5);

    [Fact]
    public void A_saved_model_scores_the_same()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("model");
        Model.Save(path);
        var loaded = TrainedModel.Load(path);
        Assert.Equal(Model.Score(Rows), loaded.Score(Rows));
        Assert.Equal(Model.Digest, loaded.Digest);
        Assert.Equal(Model.Task with { Classes = [] }, loaded.Task with { Classes = [] });
        Assert.Equal(["model"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Columns_may_stand_in_another_order_and_others_beside_them()
    {
        var shuffled = new Table([.. Rows.Columns.Reverse(), Samples.Names("other", [.. Enumerable.Repeat("x", Rows.Rows)])]);
        Assert.Equal(Model.Score(Rows), Model.Score(shuffled.Without("label")));
    }

    [Fact]
    public void Unseen_names_and_missing_values_get_a_probability()
    {
        var odd = new Table([
            Samples.Numbers("number", ColumnKind.Numeric, Number.Missing, double.NaN, double.PositiveInfinity),
            Samples.Numbers("amount", ColumnKind.Numeric, Number.Missing, 1, 2),
            Samples.Names("colour", "ultraviolet", null, "red")]);
        Assert.All(Model.Score(odd), score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var fault = Assert.Throws<InputException>(() => Model.Score(Rows.Without("amount")));
        Assert.Contains("'amount'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damaged_byte_is_noticed()
    {
        var bytes = Model.ToBytes().ToArray();
        foreach (var position in new[] { 0, 5, 7, 15, 40, bytes.Length / 2, bytes.Length - 1 })
        {
            var damaged = bytes.ToArray();
            damaged[position] ^= 1;
            Assert.Throws<InputException>(() => TrainedModel.FromBytes(damaged, "m"));
        }
    }

    [Fact]
    public void A_truncated_and_a_foreign_file_are_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("short"), Model.ToBytes()[..100].ToArray());
        File.WriteAllText(folder.File("foreign"), "age,income");
        Assert.Throws<InputException>(() => TrainedModel.Load(folder.File("short")));
        var fault = Assert.Throws<InputException>(() => TrainedModel.Load(folder.File("foreign")));
        Assert.Contains("not a model", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Assert.Throws<InputException>(() => TrainedModel.Load("/no/such/model"));

    [Fact]
    public void Several_threads_may_score_at_once()
    {
        var expected = Model.Score(Rows);
        var found = Enumerable.Range(0, 8).AsParallel().Select(_ => Model.Score(Rows)).ToList();
        Assert.All(found, scores => Assert.Equal(expected, scores));
    }
}
