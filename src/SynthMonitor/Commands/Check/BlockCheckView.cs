using Spectre.Console;
using SynthMonitor.Console;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Commands.Check;

/// <summary>Shows what the monitor found, for people.</summary>
internal static class BlockCheckView
{
    private const int ColumnsShown = 3;

    /// <summary>Writes the result.</summary>
    public static void Show(Terminal terminal, BlockCheckResult result)
    {
        if (result.Alarms.Count > 0)
        {
            var table = TerminalTable.Create("alarm").Numbers("row", "block", "scale", "onset row", "resolved row").Texts("what moved (share of the evidence, effect)");
            foreach (var alarm in result.Alarms)
            {
                table.AddRow(
                    alarm.Kind, $"{alarm.Row}", $"{alarm.Block}", $"{alarm.Scale}", $"{alarm.OnsetRow}", $"{alarm.ResolvedRow}", Markup.Escape(Describe(alarm)));
            }

            terminal.Write(table);
        }

        var count = result.Alarms.Count switch { 0 => "no alarm", 1 => "1 alarm", var many => $"{many} alarms" };
        terminal.Line($"{count} in {result.Rows:N0} rows, {result.Blocks:N0} blocks of about {result.BlockRows:N0} rows; "
            + $"budget {result.Threshold.FalseAlarmsPerBlock:G3} false alarms a block");
        string[] smallest = [.. result.Smallest.Where(shift => shift.Size.IsDefined).Select(Describe)];
        if (smallest.Length > 0)
        {
            terminal.Line($"the least change of one column that is found half the time: {string.Join(", ", smallest)}");
        }
    }

    private static string Describe(SmallestShift shift)
    {
        var size = shift.Kind switch
        {
            "mean" => $"mean by {shift.Size.Value:0.00} σ",
            "scale" => $"σ × {shift.Size.Value:0.00}",
            _ => $"{shift.Size.Value:0.0%} of new names",
        };
        return $"{size} in {shift.Blocks} {(shift.Blocks == 1 ? "block" : "blocks")}";
    }

    private static string Describe(BlockAlarm alarm)
    {
        if (alarm.ErrorRate is { } error)
        {
            return $"error rate {error.Before:0.0%} → {error.Since:0.0%}";
        }

        var columns = alarm.Columns.Take(ColumnsShown).Select(column =>
            $"{column.Name} {column.Share:0%}, {column.EffectName} {column.Effect:F3}"
            + (column.Moved is [var cells, ..] ? $": {cells.Cells} {cells.Difference:+0.0%;−0.0%}" : ""));
        return string.Join('\n', columns) + (alarm.Columns.Count > ColumnsShown ? $"\n… {alarm.Columns.Count - ColumnsShown} more" : "");
    }
}
