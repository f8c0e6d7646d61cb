using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams;

/// <summary>
/// Labelled rows in a fixed order, read once and forward only. Two sources made alike yield the same rows, in whatever portions they
/// are read.
/// </summary>
public interface IDemoSource
{
    /// <summary>The columns: features and the target.</summary>
    Schema Schema { get; }

    /// <summary>The name of the target: a categorical column, nowhere missing, of <see cref="Positive"/> and <see cref="Negative"/>.</summary>
    string Target { get; }

    /// <summary>The class whose probability a model of this source gives.</summary>
    string Positive { get; }

    /// <summary>The other class.</summary>
    string Negative { get; }

    /// <summary>The number of rows from the first to the last, read ones included; null if there is no end.</summary>
    long? Rows { get; }

    /// <summary>Another rule that labels of this source could follow.</summary>
    ILabelRule OtherRule { get; }

    /// <summary>The next rows.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <returns>As many rows as asked for; fewer at the end of the source, none after it.</returns>
    Table Read(int count);
}
