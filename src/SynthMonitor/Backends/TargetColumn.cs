using System.Globalization;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Backends;

/// <summary>Turns labels as they stood in records into a column of the target's kind.</summary>
internal static class TargetColumn
{
    /// <summary>The column; a label that the kind cannot hold is missing.</summary>
    public static Column Of(ColumnSchema schema, IReadOnlyList<string?> labels)
    {
        if (schema.IsNominal)
        {
            return NameColumn.From(schema, labels);
        }

        var texts = (schema.Format ?? "false|true").Split('|');
        return new NumberColumn(schema, [.. labels.Select(label => label is null ? Number.Missing : Value(schema.Kind, label, texts))]);
    }

    private static double Value(ColumnKind kind, string label, string[] texts) =>
        kind == ColumnKind.Boolean && label == texts[0] ? 0
        : kind == ColumnKind.Boolean && label == texts[^1] ? 1
        : double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : Number.Missing;
}
