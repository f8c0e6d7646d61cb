using SynthMonitor.Data;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Training;

/// <summary>Trains models.</summary>
public interface ITrainer
{
    /// <summary>The trainer's name, as commands and model cards give it.</summary>
    string Name { get; }

    /// <summary>Trains a model.</summary>
    /// <param name="rows">What to learn from.</param>
    /// <param name="seed">Chooses what is random in training.</param>
    /// <param name="cancellationToken">Ends training early, as far as the trainer can.</param>
    /// <exception cref="InputException">There is nothing to learn from the rows.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    TrainedModel Train(TrainingSet rows, ulong seed, CancellationToken cancellationToken = default);
}
