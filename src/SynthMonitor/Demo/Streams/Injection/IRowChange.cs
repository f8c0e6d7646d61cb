using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>What a drift does to rows: some are left out, some get a label by another rule. No row is ever made or repeated.</summary>
internal interface IRowChange
{
    /// <summary>The probability with which each row is delivered.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="drifted">Whether the rows would stand at or after the drift.</param>
    double[] Keep(Table rows, bool drifted);

    /// <summary>Whether each row, standing at or after the drift, is labelled by the source's other rule.</summary>
    bool[] Relabel(Table rows);
}
