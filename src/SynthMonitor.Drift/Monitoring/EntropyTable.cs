namespace SynthMonitor.Drift.Monitoring;

/// <summary><c>k ln k</c> of whole numbers, looked up where they are small: all that the G statistic needs of a cell.</summary>
internal static class EntropyTable
{
    private const int Size = 1 << 15;
    private static readonly double[] Table = [.. Enumerable.Range(0, Size).Select(k => k == 0 ? 0 : k * Math.Log(k))];

    public static double Of(long k) => (ulong)k < Size ? Table[k] : k * Math.Log(k);
}
