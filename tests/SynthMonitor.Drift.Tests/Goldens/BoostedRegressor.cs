using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Gradient-boosted trees with LightGBM's own defaults, as the package that direct loss estimation is compared with uses them.</summary>
internal static class BoostedRegressor
{
    public static Regressor Train(double[][] rows, double[] targets)
    {
        var context = new MLContext(1);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Length);
        IDataView View(double[][] part, double[]? labels) => context.Data.LoadFromEnumerable(
            part.Select((row, index) => new Example { Features = Array.ConvertAll(row, value => (float)value), Label = (float)(labels?[index] ?? 0) }), schema);
        var model = context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            NumberOfIterations = 100,
            NumberOfLeaves = 31,
            LearningRate = 0.1,
            MinimumExampleCountPerLeaf = 20,
            NumberOfThreads = 1,
            Seed = 1,
            Deterministic = true,
        }).Fit(View(rows, targets));
        return part => [.. model.Transform(View(part, null)).GetColumn<float>("Score").Select(value => (double)value)];
    }

    private sealed class Example
    {
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
