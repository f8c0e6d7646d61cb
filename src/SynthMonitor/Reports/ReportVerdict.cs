namespace SynthMonitor.Reports;

/// <summary>What a report says first.</summary>
/// <param name="State">In one word.</param>
/// <param name="Sentence">In one sentence.</param>
/// <param name="Detail">What was looked at.</param>
/// <param name="IsGood">Whether that is good news.</param>
internal sealed record ReportVerdict(string State, string Sentence, string Detail, bool IsGood);
