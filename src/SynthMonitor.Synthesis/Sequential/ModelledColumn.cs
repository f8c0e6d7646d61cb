using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>One column of a <see cref="SequentialGenerator"/>.</summary>
/// <param name="Position">The column's position in the schema.</param>
/// <param name="Values">How its codes become values.</param>
/// <param name="Model">How its code follows from the codes of the columns drawn before it.</param>
internal sealed record ModelledColumn(int Position, ColumnValues Values, IColumnModel Model);
