using System.Text.RegularExpressions;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Patterns;

/// <summary>Numeric keys: unique whole numbers above all that were seen.</summary>
/// <param name="first">The number of row 0.</param>
internal sealed class NumberPattern(double first) : ColumnPattern
{
    private const double Limit = 1L << 52;

    /// <summary>Learns the greatest number.</summary>
    public static new NumberPattern Fit(Column column)
    {
        var greatest = 0.0;
        foreach (var value in ((NumberColumn)column).Values)
        {
            greatest = double.IsFinite(value) ? Math.Max(greatest, value) : greatest;
        }

        // Beyond the limit neighbouring whole numbers would be one double; then small ones are at least unique.
        return new NumberPattern(greatest < Limit ? Math.Floor(greatest) + 1 : 1);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static NumberPattern Read(PayloadReader reader) => new(reader.ReadDouble());

    /// <inheritdoc/>
    public override Column Make(ColumnSchema schema, SampleRequest request, int position, Regex? expression = null)
    {
        var values = new double[request.Rows];
        for (var row = 0; row < request.Rows; row++)
        {
            values[row] = first + request.FirstRow + row;
        }

        return new NumberColumn(schema, values);
    }

    /// <inheritdoc/>
    public override void Write(PayloadWriter writer) => writer.WriteDouble(first);
}
