using Spectre.Console;
using SynthMonitor.Console;

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
