using SynthMonitor.Data;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>How far the synthetic values of a field are from the real ones.</summary>
/// <param name="Name">The column.</param>
/// <param name="Real">The type of the real values.</param>
/// <param name="Synthetic">The type of the synthetic values.</param>
/// <param name="Distance">The Jensen–Shannon distance, base 2, 0 … 1; undefined for texts and empty fields.</param>
public sealed record FieldDistance(string Name, FieldType Real, FieldType Synthetic, Estimate Distance);
