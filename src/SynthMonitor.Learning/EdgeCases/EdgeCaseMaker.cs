using SynthMonitor.Data.Tables;

namespace SynthMonitor.Learning.EdgeCases;

/// <summary>Makes synthetic edge cases with outcomes.</summary>
/// <param name="input">What they are made from.</param>
/// <param name="cancellationToken">Ends it early.</param>
/// <returns>Rows with at least the columns of <see cref="EdgeCaseInput.Recent"/>; null when none are of use.</returns>
public delegate Table? EdgeCaseMaker(EdgeCaseInput input, CancellationToken cancellationToken);
