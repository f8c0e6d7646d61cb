namespace SynthMonitor.Data.Codes;

/// <summary>How finely a codebook cuts.</summary>
/// <param name="NumberCells">The most regular cells of a column of numbers, atoms included. 2 … 251.</param>
/// <param name="NameCells">The most regular cells of a column of names, the cell of the rarer ones included. 2 … 251.</param>
/// <param name="AtomShare">A single number that bears at least this share of the rows gets a cell of its own. 0 … 1.</param>
public sealed record CodebookOptions(int NumberCells = 32, int NameCells = 64, double AtomShare = 0.02);
