namespace SynthMonitor.Reports;

/// <summary>A line of a timeline.</summary>
/// <param name="Style">Its class: <c>value</c>, <c>threshold</c> or <c>baseline</c>.</param>
/// <param name="Values">For each place its value, or null where there is none.</param>
internal sealed record TimelineSeries(string Style, IReadOnlyList<double?> Values);
