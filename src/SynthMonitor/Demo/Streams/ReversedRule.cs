using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams;

/// <summary>Reverses a label with a fixed probability: the other rule for rows whose own rule is not known.</summary>
/// <param name="Probability">0 … 1.</param>
public sealed record ReversedRule(double Probability) : ILabelRule
{
    /// <inheritdoc/>
    public bool Label(Table rows, int row, bool label, ref KeyedRandom random) => label ^ (random.NextDouble() < Probability);
}
