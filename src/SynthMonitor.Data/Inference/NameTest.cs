namespace SynthMonitor.Data.Inference;

/// <summary>
/// Tells categories from free text and identifiers among names: categories repeat. Up to 20 different names are always categories (unless
/// all differ and the column is named as identifiers are); more are, if they are at most a fifth of the values and at most 10,000.
/// </summary>
internal sealed class NameTest
{
    private const int AlwaysFew = 20;
    private const double RepeatedShare = 0.2;
    private const int MostNames = 10_000;

    private HashSet<string>? names = new(StringComparer.Ordinal);
    private long values;

    /// <summary>Takes a value.</summary>
    public void Observe(ReadOnlySpan<char> name)
    {
        values++;
        if (names is not null && names.GetAlternateLookup<ReadOnlySpan<char>>().Add(name) && names.Count > MostNames)
        {
            names = null;
        }
    }

    /// <summary>Whether the values so far look like free text or identifiers.</summary>
    public bool IsText(string columnName) =>
        names is null
        || names.Count > Math.Max(AlwaysFew, RepeatedShare * values)
        || (names.Count == values && values > 1 && IdentifierTest.SaysIdentifier(columnName));
}
