using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Tests;

/// <summary>Small tables with known rules.</summary>
internal static class Samples
{
    public static readonly LearningTask Task = LearningTask.Binary("label", "yes");

    public static readonly LightGbmTrainer Trainer = new(new LightGbmOptions { Trees = 25, LearningRate = 0.3, MinimumLeafRows = 5 });

    /// <summary>
    /// Rows of a number, an amount that is missing in one row in ten, a colour and a label that is mostly <c>yes</c> where the number is above 0; with
    /// <paramref name="isReversed"/> mostly <c>no</c> there for red rows.
    /// </summary>
    public static Table Loans(int rows, ulong seed, bool isReversed = false, string[]? colours = null)
    {
        colours ??= ["red", "green", "blue"];
        var random = new KeyedRandom(seed, 77);
        var (number, amount, colour, label) = (new double[rows], new double[rows], new string[rows], new string[rows]);
        for (var row = 0; row < rows; row++)
        {
            number[row] = random.NextNormal();
            amount[row] = random.NextDouble() < 0.1 ? Number.Missing : 1000 * random.NextDouble();
            colour[row] = colours[random.Next(colours.Length)];
            var isHigh = number[row] > 0 != (isReversed && colour[row] == "red");
            label[row] = random.NextDouble() < (isHigh ? 0.9 : 0.1) ? "yes" : "no";
        }

        return new Table([
            new NumberColumn(new ColumnSchema("number", ColumnKind.Numeric), number),
            new NumberColumn(new ColumnSchema("amount", ColumnKind.Numeric), amount),
            NameColumn.From(new ColumnSchema("colour", ColumnKind.Categorical), colour),
            NameColumn.From(new ColumnSchema("label", ColumnKind.Categorical, ColumnRole.Target), label),
        ]);
    }

    /// <summary>Trains a small model.</summary>
    public static TrainedModel Train(Table rows, LearningTask? task = null, double[]? weights = null, ulong seed = 1) =>
        Trainer.Train(new TrainingSet(task ?? Task, rows, weights), seed, TestContext.Current.CancellationToken);

    public static NameColumn Names(string name, params string?[] values) => NameColumn.From(new ColumnSchema(name, ColumnKind.Categorical), values);

    public static NumberColumn Numbers(string name, ColumnKind kind, params double[] values) => new(new ColumnSchema(name, kind), values);
}
