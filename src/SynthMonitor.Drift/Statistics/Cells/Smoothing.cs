namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>What becomes of empty cells where a logarithm of a share is needed.</summary>
public enum Smoothing
{
    /// <summary>Half a row more in each cell, <c>(count + ½) / (total + cells / 2)</c>: Jeffreys' prior. The default everywhere.</summary>
    Jeffreys,

    /// <summary>Nothing: <c>0 ln 0 = 0</c>, and what is divided by 0 is infinite.</summary>
    None,

    /// <summary>
    /// A share of 0 becomes 1e-4, or a millionth of the smallest other share if that is at most 1e-4; the rest stay. To compare with tools that
    /// do so (Evidently): the value then depends on the constant.
    /// </summary>
    Floor,
}
