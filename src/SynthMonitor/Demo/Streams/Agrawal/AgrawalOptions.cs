namespace SynthMonitor.Demo.Streams.Agrawal;

/// <summary>What the generator of loan applications makes.</summary>
/// <param name="Function">The function that decides: 1 … 10.</param>
/// <param name="OtherFunction">The function that decides where another rule is asked for: 1 … 10.</param>
/// <param name="Perturbation">
/// Noise put on the numbers after the decision: a uniform shift of at most this share of the attribute's range. 0 … 1; MOA's default.
/// </param>
public sealed record AgrawalOptions(int Function = 9, int OtherFunction = 3, double Perturbation = 0.05);
