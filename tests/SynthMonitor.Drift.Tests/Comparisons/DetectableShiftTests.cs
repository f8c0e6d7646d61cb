using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Drift.Tests.Comparisons;

public sealed class DetectableShiftTests
{
    /// <summary>(Φ⁻¹(0.975) + Φ⁻¹(0.8)) √(2/100) and the like, from tables of the normal distribution.</summary>
    [Theory]
    [InlineData(100, 100, 0.05, 0.396204)]
    [InlineData(1000, 250, 0.01, 0.241650)]
    public void Means_are_known_by_the_normal_approximation(long reference, long current, double level, double expected) =>
        Assert.Equal(expected, DetectableShift.OfMean(reference, current, level), 5);

    [Fact]
    public void More_rows_find_smaller_shifts_and_rare_categories_smaller_changes()
    {
        Assert.True(DetectableShift.OfMean(1000, 400, 0.05) < DetectableShift.OfMean(1000, 100, 0.05));
        Assert.True(DetectableShift.OfMean(1000, 400, 0.05) < DetectableShift.OfMean(1000, 400, 0.001));
        Assert.True(DetectableShift.OfShare(0.05, 1000, 400, 0.05) < DetectableShift.OfShare(0.5, 1000, 400, 0.05));
        Assert.Equal(DetectableShift.OfMean(1000, 400, 0.05) / 2, DetectableShift.OfShare(0.5, 1000, 400, 0.05), 12);
    }

    [Fact]
    public void Samples_of_no_rows_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => DetectableShift.OfMean(0, 10, 0.05));
}
