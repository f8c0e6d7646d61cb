using CsCheck;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.LabelFree;

public class IsotonicCalibrationTests
{
    [Fact]
    public void Pools_what_falls_and_is_linear_between()
    {
        var calibration = IsotonicCalibration.Fit([0.1, 0.2, 0.3, 0.4, 0.5], [false, true, false, true, true]);
        Assert.Equal(0, calibration.Calibrate(-3));
        Assert.Equal(0.5, calibration.Calibrate(0.25));
        Assert.Equal(0.25, calibration.Calibrate(0.15), 12);
        Assert.Equal(1, calibration.Calibrate(7));
    }

    [Fact]
    public void Never_falls_and_keeps_the_share_of_positives() =>
        Gen.Select(Gen.Int[0, 50], Gen.Bool).Array[1, 200].Sample(rows =>
        {
            double[] scores = [.. rows.Select(row => row.Item1 / 50.0)];
            var calibration = IsotonicCalibration.Fit(scores, [.. rows.Select(row => row.Item2)]);
            double[] values = [.. scores.Order().Select(calibration.Calibrate)];
            return values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second)
                && Math.Abs(values.Average() - rows.Average(row => row.Item2 ? 1.0 : 0.0)) < 1e-9;
        });

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([], []));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([0.1], []));
    }
}
