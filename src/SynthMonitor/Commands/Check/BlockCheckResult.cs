using System.Text.Json.Serialization;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Commands.Check;

/// <summary>What the monitor found in a file, block by block.</summary>
/// <param name="Rows">The rows judged.</param>
/// <param name="Blocks">The number of blocks.</param>
/// <param name="BlockRows">The rows that a block usually has.</param>
/// <param name="Threshold">The budget that the threshold keeps.</param>
/// <param name="Smallest">The smallest changes of one column that the budget and the reference allow to find.</param>
/// <param name="Alarms">The alarms, in order of rows.</param>
internal sealed record BlockCheckResult(
    int Rows, int Blocks, int BlockRows, BlockThreshold Threshold, IReadOnlyList<SmallestShift> Smallest, IReadOnlyList<BlockAlarm> Alarms)
{
    /// <summary>The result of a run.</summary>
    public static BlockCheckResult Of(RowBlocks blocks, MonitorOptions options, StreamWatch watch) => new(
        blocks.Table.Rows, blocks.Blocks.Length, blocks.UsualRows, new(options.Budget.PerBlock, watch.Calibration.Threshold), watch.Smallest, watch.Alarms);
}

/// <summary>The threshold that raises alarms.</summary>
/// <param name="FalseAlarmsPerBlock">The false alarms that it allows, a block.</param>
/// <param name="Score">The score that raises an alarm.</param>
internal sealed record BlockThreshold(double FalseAlarmsPerBlock, double Score);

/// <summary>An alarm; rows are 0-based rows of the file.</summary>
/// <param name="Row">The last row of the block that raised it.</param>
/// <param name="Block">That block's number.</param>
/// <param name="Kind"><c>drift</c> or <c>performance</c>.</param>
/// <param name="Scale">The length, in blocks, of the window that raised it.</param>
/// <param name="OnsetRow">The first row of the first block that is estimated to differ.</param>
/// <param name="Columns">The columns that moved, the greatest share first.</param>
/// <param name="ErrorRate">How the error rate rose, where that is what the alarm is about.</param>
/// <param name="ResolvedRow">The last row of the block that resolved it; null where none did.</param>
/// <param name="Evidence">What the columns' figures rest on; null where it is not about columns.</param>
internal sealed record BlockAlarm(
    int Row,
    long Block,
    string Kind,
    int Scale,
    int OnsetRow,
    IReadOnlyList<BlockAlarmColumn> Columns,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RisenError? ErrorRate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ResolvedRow,
    [property: JsonIgnore] AlarmEvidence? Evidence);

/// <summary>A column's part in an alarm.</summary>
/// <param name="Name">The column.</param>
/// <param name="Share">Its share of the evidence.</param>
/// <param name="Effect">How much it moved.</param>
/// <param name="EffectName">What the effect is: <c>w1/sigma</c> or <c>tv</c>.</param>
/// <param name="Moved">The ranges or categories that moved, the greatest movement first.</param>
internal sealed record BlockAlarmColumn(string Name, double Share, double Effect, string EffectName, IReadOnlyList<MovedCells> Moved);

/// <summary>A range or category whose share of the rows moved.</summary>
/// <param name="Cells">What it holds.</param>
/// <param name="Difference">Its share of the current rows, or of those since the onset, less that in the reference, −1 … 1.</param>
internal sealed record MovedCells(string Cells, double Difference)
{
    /// <summary>What is told of a range that moved.</summary>
    public static MovedCells Of(MovedRange range) => new(range.Cells, range.Difference);
}

/// <summary>A rise of the error rate.</summary>
/// <param name="Before">The error rate before the onset.</param>
/// <param name="Since">The error rate since.</param>
internal sealed record RisenError(double Before, double Since);
