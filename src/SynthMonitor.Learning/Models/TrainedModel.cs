using Microsoft.ML;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Features;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Models;

/// <summary>A model with all that it needs to score raw rows; immutable, and safe to use from several threads.</summary>
public sealed class TrainedModel
{
    private readonly Featurizer featurizer;
    private readonly ITransformer transformer;
    private readonly byte[] file;

    internal TrainedModel(string trainer, LearningTask task, Featurizer featurizer, ITransformer transformer)
    {
        (Trainer, Task, this.featurizer, this.transformer) = (trainer, task, featurizer, transformer);
        file = ModelFile.Seal(new ModelDescription(trainer, task, featurizer.Features), transformer);
        Digest = SealedFile.Digest(file);
    }

    private TrainedModel(byte[] file, string? source)
    {
        (var description, transformer) = ModelFile.Open(file, source);
        (Trainer, Task) = (description.Trainer, description.Task);
        featurizer = new Featurizer(description.Features);
        this.file = file;
        Digest = SealedFile.Digest(file);
    }

    /// <summary>The name of the trainer that made it.</summary>
    public string Trainer { get; }

    /// <summary>What it predicts.</summary>
    public LearningTask Task { get; }

    /// <summary>The lower-case hexadecimal SHA-256 of its file, by which it is named.</summary>
    public string Digest { get; }

    /// <summary>The columns that it reads, in no matter which order a table has them.</summary>
    public IEnumerable<string> Columns => featurizer.Features.Select(feature => feature.Name);

    /// <summary>The bytes of its file.</summary>
    public ReadOnlyMemory<byte> ToBytes() => file;

    /// <summary>Reads a model from the bytes of its file.</summary>
    /// <param name="bytes">The bytes, which are given away.</param>
    /// <param name="source">What errors call them, or null.</param>
    /// <exception cref="InputException">They are no model, damaged, or of another version.</exception>
    public static TrainedModel FromBytes(byte[] bytes, string? source = null) => new(bytes, source);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InputException">The file cannot be read, is no model, is damaged, or of another version.</exception>
    public static TrainedModel Load(string path) => new(InputFile.ReadAllBytes(path), path);

    /// <summary>Writes the model, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(file));

    /// <summary>The probability of the positive class (binary) or the value (regression) of each row.</summary>
    /// <exception cref="InputException">A column is missing or holds names for numbers.</exception>
    /// <exception cref="InvalidOperationException">The task is multiclass, see <see cref="Predict"/>.</exception>
    public double[] Score(Table table) => Task.Kind == TaskKind.Multiclass
        ? throw new InvalidOperationException("a multiclass model gives a probability for each class")
        : Predict(table).Values;

    /// <summary>What the model says of each row, for every kind of task; class probabilities are in the order of <see cref="LearningTask.Classes"/>.</summary>
    /// <exception cref="InputException">A column is missing or holds names for numbers.</exception>
    public Predictions Predict(Table table) => Scorer.Score(transformer, Task, featurizer.Encode(table));
}
