namespace SynthMonitor.Drift.Risk;

/// <summary>
/// The wealth of one who bets half on the mean of values in 0 … 1 being above m and half on its being below (Waudby-Smith and Ramdas 2024):
/// <c>K⁺ ← K⁺ (1 + λ⁺(x − m))</c> and <c>K⁻ ← K⁻ (1 − λ⁻(x − m))</c>, the bets truncated at c/m and c/(1 − m). If the mean is m, the chance that
/// <c>max(½K⁺, ½K⁻)</c> ever reaches 1/α is at most α.
/// </summary>
/// <param name="LogRise">ln K⁺: the evidence that the mean is above m.</param>
/// <param name="LogFall">ln K⁻: the evidence that the mean is below m.</param>
internal readonly record struct HedgedBet(double LogRise, double LogFall)
{
    /// <summary><c>ln max(½K⁺, ½K⁻)</c>.</summary>
    public double LogCapital => Math.Max(LogRise, LogFall) - Math.Log(2);

    /// <summary>The wealth after a value.</summary>
    public HedgedBet After(double value, double mean, double bet, double truncation) => new(
        LogRise + Math.Log(1 + (Math.Min(bet, truncation / mean) * (value - mean))),
        LogFall + Math.Log(1 - (Math.Min(bet, truncation / (1 - mean)) * (value - mean))));
}
