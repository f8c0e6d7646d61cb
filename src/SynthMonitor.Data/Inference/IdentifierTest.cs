namespace SynthMonitor.Data.Inference;

/// <summary>
/// Tells identifiers from measurements among whole numbers: all different, and either named as identifiers are, or so many that numbers
/// drawn from their range would have met (birthday bound: n² / (2 · range) of at least <see cref="Surprise"/>, chance below 1 in 1,000).
/// </summary>
internal sealed class IdentifierTest
{
    private const double Surprise = 7;
    private const int FewestRows = 100;
    private static readonly string[] Endings = ["id", "uuid", "guid"];

    private HashSet<long>? seen = [];
    private long minimum = long.MaxValue;
    private long maximum = long.MinValue;

    /// <summary>Takes a value.</summary>
    public void Observe(long value)
    {
        if (seen?.Add(value) == false)
        {
            seen = null;
        }

        minimum = Math.Min(minimum, value);
        maximum = Math.Max(maximum, value);
    }

    /// <summary>Whether the values so far look like identifiers.</summary>
    public bool IsIdentifier(string columnName) => seen is { Count: > 1 }
        && (SaysIdentifier(columnName)
            || (seen.Count >= FewestRows && (double)seen.Count * seen.Count / (2 * ((double)maximum - minimum + 1)) >= Surprise));

    /// <summary>Whether a name ends with the word "id", "uuid" or "guid".</summary>
    public static bool SaysIdentifier(string columnName) => Endings.Any(ending =>
        columnName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        && (columnName.Length == ending.Length
            || !char.IsLetterOrDigit(columnName[^(ending.Length + 1)])
            || (char.IsLower(columnName[^(ending.Length + 1)]) && char.IsUpper(columnName[^ending.Length]))));
}
