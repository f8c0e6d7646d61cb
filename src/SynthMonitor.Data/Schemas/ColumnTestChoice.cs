namespace SynthMonitor.Data.Schemas;

/// <summary>What a person says about how a column is compared.</summary>
/// <param name="Test">The test.</param>
/// <param name="Threshold">
/// For a test of significance the level, between 0 and 1, at or below which its adjusted p-value is a finding; for a distance the value at or
/// above which a significant difference is one. Null for the level of the comparison, and for no least distance.
/// </param>
/// <param name="Floor">The least effect that is a finding, at least 0; null for the floor of all columns of the kind.</param>
public sealed record ColumnTestChoice(ColumnTest Test = ColumnTest.Automatic, double? Threshold = null, double? Floor = null)
{
    /// <summary>Says what is wrong with the threshold, or null.</summary>
    public string? ThresholdFault => Threshold is null || (Threshold > 0 && (Test.IsDistance() || Threshold < 1)) ? null
        : $"found {Threshold}, expected {(Test.IsDistance() ? "a distance above 0" : "a level between 0 and 1")}";

    /// <summary>Says what is wrong with the floor, or null.</summary>
    public string? FloorFault => Floor is null or >= 0 ? null : $"found {Floor}, expected at least 0";
}
