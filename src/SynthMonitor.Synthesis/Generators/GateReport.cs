namespace SynthMonitor.Synthesis.Generators;

/// <summary>What the row gate did to rows that were drawn.</summary>
/// <param name="Copies">How often a row was a copy of a training row that is the only one of its kind, and drawn again.</param>
/// <param name="Implausible">How often a row was less probable than 99.9 % of training and drawn rows, and drawn again.</param>
/// <param name="Kept">Rows that stayed copies or implausible however often they were drawn, as in tables of very few values.</param>
public sealed record GateReport(int Copies, int Implausible, int Kept);
