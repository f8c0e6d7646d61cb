using SynthMonitor.Data.Codes;

namespace SynthMonitor.Drift.References;

/// <summary>How a <see cref="Reference"/> is made from rows.</summary>
/// <param name="Codebook">How finely values are cut into cells; null for the defaults.</param>
/// <param name="Positive">
/// The target's value that counts as positive, as text; null for the greater of two (numbers by value, names by ordinal order).
/// </param>
public sealed record ReferenceOptions(CodebookOptions? Codebook = null, string? Positive = null);
