using System.Collections.Immutable;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>
/// Σ coefficient · value, compared with a constant: <c>a &lt;= b</c> is a − b ≤ 0, <c>a + b = c</c> is a + b − c = 0. It says nothing about
/// rows in which one of the values is missing. An equation holds up to 10^-9 of its greatest term, for the sake of rounding.
/// </summary>
/// <param name="terms">The columns, each once, and their coefficients, none 0.</param>
/// <param name="comparison">How the sum compares.</param>
/// <param name="constant">With what.</param>
/// <param name="text">The rule in words.</param>
internal sealed class LinearRule(ImmutableArray<(int Position, double Coefficient)> terms, Comparison comparison, double constant, string text)
    : RowRule([.. terms.Select(term => term.Position)], text)
{
    private const double Tolerance = 1e-9;

    /// <inheritdoc/>
    public override bool Holds(ICells cells, int row)
    {
        var (sum, size) = (0.0, Math.Abs(constant));
        foreach (var (position, coefficient) in terms)
        {
            var part = coefficient * cells.Number(row, position);
            sum += part;
            size = Math.Max(size, Math.Abs(part));
        }

        return double.IsNaN(sum) || comparison switch
        {
            Comparison.Less => sum < constant,
            Comparison.AtMost => sum <= constant,
            Comparison.AtLeast => sum >= constant,
            Comparison.Greater => sum > constant,
            _ => Math.Abs(sum - constant) <= Tolerance * size,
        };
    }

    /// <inheritdoc/>
    public override ValueSet? Allowed(ICells cells, int row, int position)
    {
        var (rest, own) = (constant, 1.0);
        foreach (var (other, coefficient) in terms)
        {
            if (other == position)
            {
                own = coefficient;
            }
            else
            {
                rest -= coefficient * cells.Number(row, other);
            }
        }

        if (double.IsNaN(rest))
        {
            return null;
        }

        var bound = rest / own;
        return new NumberSet([comparison switch
        {
            Comparison.Equal => new NumberRange(bound, bound),
            Comparison.AtMost when own > 0 => UpTo(bound),
            Comparison.Less when own > 0 => UpTo(Math.BitDecrement(bound)),
            Comparison.AtLeast when own < 0 => UpTo(bound),
            Comparison.Greater when own < 0 => UpTo(Math.BitDecrement(bound)),
            Comparison.AtMost or Comparison.AtLeast => From(bound),
            _ => From(Math.BitIncrement(bound)),
        }], withMissing: true);
    }

    private static NumberRange UpTo(double bound) => new(double.NegativeInfinity, bound);

    private static NumberRange From(double bound) => new(bound, double.PositiveInfinity);
}
