using Microsoft.ML;
using Microsoft.ML.Data;
using SynthMonitor.Learning.Features;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Models;

/// <summary>Lets an ML.NET model score feature vectors.</summary>
internal static class Scorer
{
    public static Predictions Score(ITransformer transformer, LearningTask task, FeatureMatrix features)
    {
        var context = new MLContext();
        var scored = transformer.Transform(ExampleView.Create(context, task, features, null, null, CancellationToken.None));
        if (task.Kind != TaskKind.Multiclass)
        {
            var column = task.Kind == TaskKind.Binary ? "Probability" : "Score";
            return new Predictions([.. scored.GetColumn<float>(column).Select(value => (double)value)]);
        }

        var values = new double[features.Rows * task.Width];
        var row = 0;
        foreach (var scores in scored.GetColumn<VBuffer<float>>("Score"))
        {
            foreach (var (position, value) in scores.Items(all: true))
            {
                values[row * task.Width + position] = value;
            }

            row++;
        }

        return new Predictions(values, task.Width);
    }
}
