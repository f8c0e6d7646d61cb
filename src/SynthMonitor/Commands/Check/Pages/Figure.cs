using System.Globalization;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>Figures in words.</summary>
internal static class Figure
{
    /// <summary>A number, or why there is none.</summary>
    public static string Of(Estimate estimate, string format) => estimate.Value is { } value ? value.ToString(format, CultureInfo.InvariantCulture) : $"– ({estimate.Reason})";

    /// <summary>A row of a file: its number, and its time where it has one.</summary>
    public static string Row(Table file, int row)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"row {row:N0}");
        return file.WithRole(ColumnRole.Time) is NumberColumn { Schema.Kind: ColumnKind.Datetime } times && double.IsFinite(times.Values[row])
            ? string.Create(CultureInfo.InvariantCulture, $"{name} ({IsoInstant.ToDateTime(times.Values[row]):yyyy-MM-dd HH:mm})")
            : name;
    }

    /// <summary>A number of blocks.</summary>
    public static string Blocks(int count) => count == 1 ? "1 block" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} blocks");

    /// <summary>How much a column moved.</summary>
    public static string Of(Effect effect) => string.Create(CultureInfo.InvariantCulture, $"{effect.Name} {effect.Value:F3}");
}
