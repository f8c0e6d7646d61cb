using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Drift.Risk;

/// <summary>Options of <see cref="EDetector"/>.</summary>
/// <param name="Tolerance">The mean m that is tolerated. 0 … 1.</param>
/// <param name="Bet">
/// The bet λ: positive against rises, negative against falls; between −1/(1 − m) and 1/m, not 0. Bets near <c>(μ − m)/(m(1 − m))</c> find a mean of
/// errors of μ soonest.
/// </param>
/// <param name="RunLength">The least mean number A of values between false alarms. More than 1.</param>
/// <param name="Kind">How evidence is gathered.</param>
public sealed record EDetectorOptions(
    double Tolerance = 0.1, double Bet = 1, double RunLength = 10_000, EDetectorKind Kind = EDetectorKind.ShiryaevRoberts) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. Require(Tolerance is >= 0 and <= 1, $"tolerance: {Tolerance}; expected 0 … 1"),
        .. Require(Bet != 0 && Bet * (1 - Tolerance) > -1 && Bet * Tolerance < 1, $"bet: {Bet}; expected between −1/(1 − m) and 1/m, and not 0"),
        .. Require(RunLength > 1, $"run length: {RunLength}; expected more than 1"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new EDetector(this);
}

/// <summary>How an e-detector gathers evidence.</summary>
public enum EDetectorKind
{
    /// <summary>Shiryaev and Roberts: <c>R ← (R + 1) e</c>, the sum over all times at which the change may have been.</summary>
    ShiryaevRoberts,

    /// <summary>CUSUM: <c>C ← max(C, 1) e</c>, the greatest of them.</summary>
    Cusum,
}
