using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.LabelFree;

/// <summary>Rows whose scores are their probabilities, the score being a power of a uniform number.</summary>
internal static class ScoredPopulation
{
    public static BinaryRows Rows(ulong seed, int count, double power = 1, Func<double, double>? probability = null, double threshold = 0.5)
    {
        var random = new KeyedRandom(seed);
        var (scores, predictions, labels) = (new double[count], new bool[count], new bool[count]);
        for (var row = 0; row < count; row++)
        {
            scores[row] = Math.Pow(random.NextDouble(), power);
            predictions[row] = scores[row] >= threshold;
            labels[row] = random.NextDouble() < (probability?.Invoke(scores[row]) ?? scores[row]);
        }

        return new(scores, predictions, labels);
    }
}
