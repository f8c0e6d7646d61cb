using Microsoft.ML;
using Microsoft.ML.Data;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Features;

/// <summary>Feature vectors with outcomes and weights as ML.NET reads them.</summary>
internal static class ExampleView
{
    /// <summary>The view of rows; without outcomes or weights for rows that are only scored.</summary>
    public static IDataView Create(MLContext context, LearningTask task, FeatureMatrix features, double[]? outcomes, double[]? weights, CancellationToken cancellationToken) => task.Kind switch
    {
        TaskKind.Binary => Load(context, features, outcomes, weights, outcome => outcome == 1, BooleanDataViewType.Instance, cancellationToken),
        TaskKind.Multiclass => Load(context, features, outcomes, weights, outcome => (uint)outcome, new KeyDataViewType(typeof(uint), task.Classes.Length), cancellationToken),
        _ => Load(context, features, outcomes, weights, outcome => (float)outcome, NumberDataViewType.Single, cancellationToken),
    };

    private static IDataView Load<TLabel>(
        MLContext context, FeatureMatrix features, double[]? outcomes, double[]? weights, Func<double, TLabel> label, DataViewType labelType, CancellationToken cancellationToken)
        where TLabel : struct
    {
        var schema = SchemaDefinition.Create(typeof(Example<TLabel>));
        schema[nameof(Example<>.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Width);
        schema[nameof(Example<>.Label)].ColumnType = labelType;
        return context.Data.LoadFromEnumerable(Examples(), schema);

        IEnumerable<Example<TLabel>> Examples()
        {
            for (var row = 0; row < features.Rows; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new Example<TLabel>
                {
                    Features = features[row],
                    Label = label(outcomes is null ? 0 : outcomes[row]),
                    Weight = weights is null ? 1 : (float)weights[row],
                };
            }
        }
    }
}
