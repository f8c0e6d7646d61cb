using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Epochs;

/// <summary>An epoch with what its digests name.</summary>
/// <param name="Epoch">The description.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Reference">The reference.</param>
/// <param name="Calibration">The calibration of the drift monitor.</param>
public sealed record LoadedEpoch(Epoch Epoch, string Digest, Reference Reference, Calibration Calibration);
