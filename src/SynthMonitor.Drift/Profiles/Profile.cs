using SynthMonitor.Data.Codes;

namespace SynthMonitor.Drift.Profiles;

/// <summary>
/// How many rows bear each code, column by column: all that the monitor keeps of rows. Counts are exact integers, so profiles merge and
/// subtract in any order to the same result. Cost: one increment per value; 8 bytes per code.
/// </summary>
public sealed partial class Profile : IEquatable<Profile>
{
    private readonly Codebook codebook;
    private readonly long[][] counts;

    /// <summary>Creates a profile of no rows.</summary>
    public Profile(Codebook codebook)
    {
        this.codebook = codebook;
        counts = [.. codebook.Columns.Select(column => new long[column.Count])];
    }

    /// <summary>The number of rows counted.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of coded columns.</summary>
    public int Columns => counts.Length;

    /// <summary>The counts of a column's codes, guards included.</summary>
    public ReadOnlySpan<long> this[int column] => counts[column];

    /// <summary>Counts a run of rows.</summary>
    public void Add(CodeTable rows, int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Columns, counts.Length, nameof(rows));
        for (var column = 0; column < counts.Length; column++)
        {
            var cells = counts[column];
            foreach (var code in rows[column].Slice(start, count))
            {
                cells[code]++;
            }
        }

        Rows += count;
    }

    /// <summary>Counts one row.</summary>
    /// <param name="codes">A code for each coded column.</param>
    public void AddRow(ReadOnlySpan<byte> codes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(codes.Length, counts.Length, nameof(codes));
        for (var column = 0; column < counts.Length; column++)
        {
            counts[column][codes[column]]++;
        }

        Rows++;
    }

    /// <summary>Adds the counts of a profile over the same codes.</summary>
    public void Add(Profile other) => Combine(other, 1);

    /// <summary>Takes away the counts of a profile that was added before.</summary>
    public void Subtract(Profile other) => Combine(other, -1);

    /// <summary>A profile of its own with the same counts.</summary>
    public Profile Clone()
    {
        var clone = new Profile(codebook);
        clone.Add(this);
        return clone;
    }

    /// <inheritdoc/>
    public bool Equals(Profile? other) =>
        other is not null && Rows == other.Rows && counts.Length == other.counts.Length
        && counts.Zip(other.counts).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Profile);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, counts.Length);

    private void Combine(Profile other, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.counts.Length, counts.Length, nameof(other));
        for (var column = 0; column < counts.Length; column++)
        {
            var (mine, theirs) = (counts[column], other.counts[column]);
            ArgumentOutOfRangeException.ThrowIfNotEqual(theirs.Length, mine.Length, nameof(other));
            for (var code = 0; code < mine.Length; code++)
            {
                mine[code] += sign * theirs[code];
            }
        }

        Rows += sign * other.Rows;
    }
}
