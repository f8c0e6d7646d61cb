using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Drift.References;

/// <summary>
/// The probability, without any drift, that the next row bears a guard which no reference row bears. Resampled reference rows never do, so
/// the calibration adds such rows at these rates; else the first new name of a column with a long tail would be an alarm.
/// </summary>
/// <param name="Missing">That the value is missing: ½ / N where none was.</param>
/// <param name="Below">That it lies below the range: 1 / N where the smallest value occurs once (Good and Turing: the share of singletons).</param>
/// <param name="Above">That it lies above the range: likewise.</param>
/// <param name="Unseen">That its name is new: the share of rows whose name occurs once.</param>
public readonly record struct Novelty(double Missing, double Below, double Above, double Unseen)
{
    internal static Novelty Of(NumberColumn column)
    {
        var values = column.Values;
        var (missing, minimum, maximum, minima, maxima) = (0, double.PositiveInfinity, double.NegativeInfinity, 0, 0);
        foreach (var value in values)
        {
            missing += Number.IsMissing(value) ? 1 : 0;
            if (double.IsFinite(value))
            {
                minima = value < minimum ? 1 : value == minimum ? minima + 1 : minima;
                maxima = value > maximum ? 1 : value == maximum ? maxima + 1 : maxima;
                (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
            }
        }

        var isOpen = column.Schema.Kind != ColumnKind.Boolean;
        double rows = values.Length;
        return new(missing == 0 ? 0.5 / rows : 0, isOpen && minima == 1 ? 1 / rows : 0, isOpen && maxima == 1 ? 1 / rows : 0, 0);
    }

    internal static Novelty Of(NameColumn column)
    {
        var (missing, counts) = (0, new int[column.Names.Length]);
        foreach (var position in column.Positions)
        {
            if (position == NameColumn.MissingPosition)
            {
                missing++;
            }
            else
            {
                counts[position]++;
            }
        }

        double rows = column.Rows;
        return new(missing == 0 ? 0.5 / rows : 0, 0, 0, counts.Count(count => count == 1) / rows);
    }
}
