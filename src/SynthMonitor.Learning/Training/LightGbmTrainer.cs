using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;
using SynthMonitor.Learning.Features;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Training;

/// <summary>Gradient-boosted trees by LightGBM (Ke et al. 2017), through ML.NET. A binary model's probability is the sigmoid of the boosted log-odds.</summary>
/// <param name="options">How to boost; null for the defaults.</param>
/// <remarks>
/// By default every tree sees all rows and all features: sampling either gained nothing on the measured data, and with few features it lost
/// interactions between them. The seed chooses what is sampled, and from which rows bins are made where there are more than 200,000. Cancellation is heeded until
/// boosting starts; boosting itself runs to its end.
/// </remarks>
public sealed class LightGbmTrainer(LightGbmOptions? options = null) : ITrainer
{
    private readonly LightGbmOptions options = options ?? new LightGbmOptions();

    /// <inheritdoc/>
    public string Name => "lightgbm";

    /// <inheritdoc/>
    public TrainedModel Train(TrainingSet rows, ulong seed, CancellationToken cancellationToken = default)
    {
        var task = rows.Task;
        task.Validate();
        var (table, outcomes, weights) = rows.Usable();
        var featurizer = Featurizer.Fit(table, task.Target);
        var seed32 = (int)(seed ^ (seed >> 32)) & int.MaxValue;
        var context = new MLContext(seed32);
        var view = ExampleView.Create(context, task, featurizer.Encode(table), outcomes, weights, cancellationToken);
        ITransformer transformer = task.Kind switch
        {
            TaskKind.Binary => context.BinaryClassification.Trainers.LightGbm(Binary(seed32)).Fit(view),
            TaskKind.Multiclass => context.MulticlassClassification.Trainers.LightGbm(Multiclass(seed32)).Fit(view),
            _ => context.Regression.Trainers.LightGbm(Regression(seed32)).Fit(view),
        };
        return new TrainedModel(Name, task, featurizer, transformer);
    }

    private LightGbmBinaryTrainer.Options Binary(int seed)
    {
        var target = new LightGbmBinaryTrainer.Options { Sigmoid = 1 };
        Set<LightGbmBinaryTrainer.Options, float, BinaryPredictionTransformer<CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>>, CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>>(target, seed);
        return target;
    }

    private LightGbmMulticlassTrainer.Options Multiclass(int seed)
    {
        var target = new LightGbmMulticlassTrainer.Options { UseSoftmax = true };
        Set<LightGbmMulticlassTrainer.Options, VBuffer<float>, MulticlassPredictionTransformer<OneVersusAllModelParameters>, OneVersusAllModelParameters>(target, seed);
        return target;
    }

    private LightGbmRegressionTrainer.Options Regression(int seed)
    {
        var target = new LightGbmRegressionTrainer.Options();
        Set<LightGbmRegressionTrainer.Options, float, RegressionPredictionTransformer<LightGbmRegressionModelParameters>, LightGbmRegressionModelParameters>(target, seed);
        return target;
    }

    private void Set<TOptions, TOutput, TTransformer, TModel>(LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase target, int seed)
        where TOptions : LightGbmTrainerBase<TOptions, TOutput, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
    {
        target.LabelColumnName = nameof(Example<>.Label);
        target.FeatureColumnName = nameof(Example<>.Features);
        target.ExampleWeightColumnName = nameof(Example<>.Weight);
        target.NumberOfIterations = options.Trees;
        target.NumberOfLeaves = options.Leaves;
        target.LearningRate = options.LearningRate;
        target.MinimumExampleCountPerLeaf = options.MinimumLeafRows;
        target.NumberOfThreads = options.Threads;
        target.Seed = seed;
        target.Deterministic = true;
        target.Booster = new GradientBooster.Options
        {
            MaximumTreeDepth = options.Depth,
            SubsampleFraction = options.RowShare,
            SubsampleFrequency = options.RowShare < 1 ? 1 : 0,
            FeatureFraction = options.ColumnShare,
        };
    }
}
