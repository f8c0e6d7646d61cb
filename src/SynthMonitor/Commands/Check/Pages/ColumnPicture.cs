using System.Globalization;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>A column's cells in the reference and in the current rows, the moved ones marked.</summary>
/// <param name="Coding">The column's codes.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Moved">The ranges that moved.</param>
internal sealed record ColumnPicture(ColumnCodes Coding, ColumnKind Kind, IReadOnlyList<MovedRange> Moved)
{
    private const int FewCells = 6;
    private const int Ticks = 4;

    /// <summary>What the two samples are called.</summary>
    public static readonly SampleNames Samples = new("reference", "current rows");

    /// <summary>Draws the column.</summary>
    /// <param name="reference">The reference's counts by code.</param>
    /// <param name="current">The current rows' counts by code.</param>
    /// <param name="note">What stands beside its name.</param>
    public Html Draw(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, string note)
    {
        var (guards, cells) = (CellsOf(reference, current, 0, Code.First), CellsOf(reference, current, Code.First, Coding.Count));
        guards = [.. guards.Where(cell => cell.First > 0 || cell.Second > 0)];
        var isWide = Coding.IsOrdered && cells.Length > FewCells;
        var listed = isWide ? guards : [.. guards, .. cells];
        return Html.Of(
            $"""
            <figure>
            <figcaption><strong>{Coding.Name}</strong> <span>{note}</span></figcaption>
            {(isWide ? Histogram.Of($"{Coding.Name}: shares of the rows in {cells.Length} ranges. {InWords(Moved, Moved.Count)}", cells, TicksOf((NumberCodes)Coding)) : default)}
            {(listed.Length > 0 ? BarList.Of(listed) : default)}
            <p class="soft">{InWords(Moved, Moved.Count)}</p>
            </figure>

            """);
    }

    /// <summary>Where a column moved, in words.</summary>
    /// <param name="moved">The ranges.</param>
    /// <param name="most">The most that are named.</param>
    public static string InWords(IReadOnlyList<MovedRange> moved, int most) => moved.Count == 0
        ? "No single range moved notably."
        : string.Join("; ", moved.Take(most).Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Cells}: {range.Difference:+0.0%;−0.0%}")));

    private ComparedCell[] CellsOf(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, int from, int to)
    {
        var (before, now) = (Sum(reference), Sum(current));
        var cells = new ComparedCell[to - from];
        for (var code = from; code < to; code++)
        {
            cells[code - from] = new(NameOf((byte)code), reference[code] / before, current[code] / now, Moved.Any(range => range.FirstCode <= code && code <= range.LastCode));
        }

        return cells;
    }

    private string NameOf(byte code) => Kind == ColumnKind.Datetime && code >= Code.First && Coding is NumberCodes times
        ? $"{Time(code == Code.First ? times.Minimum : times.Lower(code - Code.First))} … {Time(times.Upper[code - Code.First])}"
        : Coding.Describe(code);

    private IEnumerable<string> TicksOf(NumberCodes numbers) => Enumerable.Range(0, Ticks + 1)
        .Select(tick => tick * numbers.Cells / Ticks)
        .Select(edge => edge == 0 ? numbers.Minimum : numbers.Upper[edge - 1])
        .Select(value => Kind == ColumnKind.Datetime ? Time(value) : value.ToString("G4", CultureInfo.InvariantCulture));

    private static string Time(double instant) => IsoInstant.ToDateTime(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A sample of no rows has no shares: its counts are all 0.
    private static double Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return Math.Max(1, sum);
    }
}
