using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Drift.References;

/// <summary>How a <see cref="Reference"/> is made from rows.</summary>
/// <param name="Codebook">How finely values are cut into cells; null for the defaults.</param>
/// <param name="Positive">
/// The target's value that counts as positive, as text; null for the greater of two (numbers by value, names by ordinal order).
/// </param>
/// <param name="Tests">How columns are compared that are not compared by default, by name; null for none.</param>
/// <param name="KeepsValues">Whether numbers are kept one by one, up to <see cref="ReferenceValues.MostRows"/> rows, for tests that need them.</param>
/// <param name="Derives">Whether columns are derived that show how the features go together; rows have to be at hand to watch them.</param>
public sealed record ReferenceOptions(
    CodebookOptions? Codebook = null,
    string? Positive = null,
    IReadOnlyDictionary<string, ColumnTestChoice>? Tests = null,
    bool KeepsValues = true,
    bool Derives = false);
