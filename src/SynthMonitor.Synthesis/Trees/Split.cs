namespace SynthMonitor.Synthesis.Trees;

/// <summary>A split of a node's rows in two.</summary>
/// <param name="Feature">The column that decides.</param>
/// <param name="Left">
/// The codes whose rows go left; codes that no row of the node bore lie on the side of their neighbours, or of the more rows.
/// </param>
/// <param name="Gain">By how much it lowers the sum of squares, in squared score units.</param>
internal readonly record struct Split(int Feature, CodeSet Left, double Gain);
