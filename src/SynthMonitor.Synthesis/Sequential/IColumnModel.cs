using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>The distribution of one column's code given the codes of the columns that are drawn before it; immutable.</summary>
internal interface IColumnModel
{
    /// <summary>The distribution for a row.</summary>
    /// <param name="row">The codes of the columns before this one, in the order in which they are drawn.</param>
    CodeCounts Given(ReadOnlySpan<byte> row);

    /// <summary>Writes the model.</summary>
    void Write(PayloadWriter writer);
}
