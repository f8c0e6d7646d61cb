using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>
/// Rows of one class thinned so that the share p of the positive class moves to t = p ± 0.3, towards the rarer class: with the odds
/// o(s) = s/(1 − s), negative rows are kept with probability o(p)/o(t), or positive ones with o(t)/o(p).
/// </summary>
internal sealed class LabelShiftChange : IRowChange
{
    private const double Shift = 0.3;

    private readonly string target;
    private readonly string positive;
    private readonly double keepPositive;
    private readonly double keepNegative;

    public LabelShiftChange(ReadOnlySpan<bool> isPositive, string target, string positive)
    {
        this.target = target;
        this.positive = positive;
        var share = (double)isPositive.Count(true) / isPositive.Length;
        var wanted = share < 0.5 ? share + Shift : share - Shift;
        keepPositive = Math.Min(1, Odds(wanted) / Odds(share));
        keepNegative = Math.Min(1, Odds(share) / Odds(wanted));
    }

    public double[] Keep(Table rows, bool drifted) =>
        [.. Labels.Of(rows, target, positive).Select(label => !drifted ? 1.0 : label ? keepPositive : keepNegative)];

    public bool[] Relabel(Table rows) => new bool[rows.Rows];

    public override string ToString() => keepPositive < 1 ? $"fewer rows of {target} = {positive}" : $"more rows of {target} = {positive}";

    private static double Odds(double share) => share / (1 - share);
}
