using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>A column is not missing wherever another one holds certain values.</summary>
/// <param name="schema">The columns.</param>
/// <param name="position">The column that must not be missing.</param>
/// <param name="when">The values of the other column.</param>
/// <param name="text">The rule in words.</param>
internal sealed class NotNullRule(Schema schema, int position, Condition when, string text)
    : RowRule([position, schema.IndexOf(when.Column.Name)], text)
{
    private readonly int condition = schema.IndexOf(when.Column.Name);

    /// <inheritdoc/>
    public override bool Holds(ICells cells, int row) => !IsMissing(cells, row) || !Applies(cells, row);

    /// <inheritdoc/>
    public override ValueSet? Allowed(ICells cells, int row, int column)
    {
        if (column == position)
        {
            return !Applies(cells, row) ? null
                : schema[position].IsNominal ? new NameSet([], isExcluding: true)
                : new NumberSet([new(double.NegativeInfinity, double.PositiveInfinity)]);
        }

        return IsMissing(cells, row) ? when.Values.Complement() : null;
    }

    private bool IsMissing(ICells cells, int row) => schema[position].IsNominal
        ? cells.Name(row, position) is null
        : Number.IsMissing(cells.Number(row, position));

    private bool Applies(ICells cells, int row) => when.Values is NameSet names
        ? names.Contains(cells.Name(row, condition))
        : ((NumberSet)when.Values).Contains(cells.Number(row, condition));
}
