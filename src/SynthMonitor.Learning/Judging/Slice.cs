namespace SynthMonitor.Learning.Judging;

/// <summary>Rows that have something in common.</summary>
/// <param name="Description">What, such as <c>age 28 … 37</c>.</param>
/// <param name="Rows">Their positions in the holdout.</param>
internal sealed record Slice(string Description, int[] Rows);

/// <summary>How a candidate does on a slice.</summary>
/// <param name="Description">The slice.</param>
/// <param name="Rows">Its number of rows.</param>
/// <param name="Harm">By how much the candidate's mean loss is above the champion's.</param>
/// <param name="IsHarmed">Whether that is above the margin beyond doubt.</param>
internal sealed record SliceHarm(string Description, int Rows, double Harm, bool IsHarmed);
