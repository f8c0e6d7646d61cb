namespace SynthMonitor.Synthesis.Boosting;

/// <summary>How a <see cref="BoostedClassifier"/> is trained.</summary>
/// <param name="Trees">The number of trees, at least 1.</param>
/// <param name="Depth">The most splits between root and leaf, 1 … 8.</param>
/// <param name="LearningRate">The share of each tree's step that is taken, above 0, at most 1.</param>
/// <param name="Lambda">The ridge penalty on leaf values, in units of hessian; at least 0.</param>
/// <param name="MinimumHessian">The least sum of hessians p(1 − p) on either side of a split; above 0.</param>
internal readonly record struct BoostingOptions(int Trees, int Depth, double LearningRate, double Lambda, double MinimumHessian);
