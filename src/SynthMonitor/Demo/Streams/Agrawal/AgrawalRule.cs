using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Agrawal;

/// <summary>Labels loan applications by one of the <see cref="AgrawalFunctions"/>.</summary>
/// <param name="Function">The number of the function: 1 … 10.</param>
public sealed record AgrawalRule(int Function) : ILabelRule
{
    /// <inheritdoc/>
    public bool Label(Table rows, int row, bool label, ref KeyedRandom random) =>
        AgrawalFunctions.Approves(Function, LoanColumns.ToApplication(rows, row));
}
