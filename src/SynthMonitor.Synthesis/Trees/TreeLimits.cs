namespace SynthMonitor.Synthesis.Trees;

/// <summary>When a tree stops growing.</summary>
/// <param name="MinimumLeaf">The fewest rows of a leaf, at least 1.</param>
/// <param name="MaximumDepth">The most splits between root and leaf.</param>
/// <param name="MinimumGain">
/// The least gain of a split, in multiples of the node's variance per row: about a χ² value that noise alone must not reach.
/// </param>
internal readonly record struct TreeLimits(int MinimumLeaf, int MaximumDepth, double MinimumGain);
