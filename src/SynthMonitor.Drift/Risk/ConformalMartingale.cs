using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// The simple jumper (Vovk et al. 2021): bets against p-values being uniform with <c>1 + ε(p − ½)</c>, ε in −1, 0, 1, a share J of each capital
/// being spread over all before each bet. If the p-values are independent and uniform, the chance that the wealth ever reaches 1/α is at most
/// α. Beside it the conformal CUSUM, <c>max(·, 1)</c> times the growth, and Shiryaev–Roberts, <c>(· + 1)</c> times the growth, for changes
/// after a long time. Kept as logarithms: nothing overflows. Memory and time O(1).
/// </summary>
public sealed class ConformalMartingale : StreamStatistic
{
    private readonly double jump;
    private double down;
    private double stay;
    private double up;
    private double logWealth;
    private double logCusum;
    private double logShiryaevRoberts;

    /// <summary>Creates a martingale of wealth 1.</summary>
    /// <param name="jump">The share J; 0 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of its range.</exception>
    public ConformalMartingale(double jump = 0.01)
    {
        this.jump = jump is >= 0 and <= 1 ? jump : throw new ArgumentOutOfRangeException(nameof(jump), jump, "expected 0 … 1");
        Clear();
    }

    /// <summary>The logarithm of the wealth.</summary>
    public double LogWealth => logWealth;

    /// <summary>The logarithm of the conformal CUSUM; −∞ before the first value.</summary>
    public double LogCusum => logCusum;

    /// <summary>The logarithm of the conformal Shiryaev–Roberts statistic; −∞ before the first value.</summary>
    public double LogShiryaevRoberts => logShiryaevRoberts;

    private protected override bool IsBounded => true;

    private protected override void Take(double value)
    {
        (down, stay, up) = (Bet(down, -1, value), Bet(stay, 0, value), Bet(up, 1, value));
        var growth = down + stay + up;
        (down, stay, up) = (down / growth, stay / growth, up / growth);
        var logGrowth = Math.Log(growth);
        logWealth += logGrowth;
        logCusum = Math.Max(logCusum, 0) + logGrowth;
        logShiryaevRoberts = Math.Max(logShiryaevRoberts, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logShiryaevRoberts))) + logGrowth;
    }

    private protected override void Clear()
    {
        (down, stay, up, logWealth) = (1.0 / 3, 1.0 / 3, 1.0 / 3, 0);
        (logCusum, logShiryaevRoberts) = (double.NegativeInfinity, double.NegativeInfinity);
    }

    private protected override void Exchange(StateExchange state)
    {
        state.Exchange(ref down);
        state.Exchange(ref stay);
        state.Exchange(ref up);
        state.Exchange(ref logWealth);
        state.Exchange(ref logCusum);
        state.Exchange(ref logShiryaevRoberts);
    }

    private double Bet(double share, int direction, double value) => (((1 - jump) * share) + (jump / 3)) * (1 + (direction * (value - 0.5)));
}
