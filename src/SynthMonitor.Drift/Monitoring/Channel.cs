using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// One column that the monitor watches, and where its cells lie in the flat vector of all channels' counts. A column of numbers has the
/// cells missing, not a number, below, the regular ones and above, so that all but the first two are in order of value; one of names has
/// missing, unseen and the regular ones.
/// </summary>
internal sealed class Channel
{
    /// <summary>The cells of an ordered channel that lie before its cells in order of value.</summary>
    public const int Unordered = 2;

    private readonly byte[] codes;
    private readonly int[] guards;

    public Channel(Reference reference, int column, int offset, MonitorOptions options)
    {
        var coding = reference.Watched.Columns[column];
        var derived = column - reference.Codebook.Columns.Length;
        Column = column;
        Name = coding.Name;
        Offset = offset;
        IsOrdered = coding.IsOrdered;
        codes = IsOrdered
            ? [Code.Missing, Code.NotANumber, Code.Below, .. Regular(coding), Code.Above]
            : [Code.Missing, Code.Unseen, .. Regular(coding)];
        guards = [.. Enumerable.Range(0, codes.Length).Where(cell => codes[cell] < Code.First)];
        IsDerived = derived >= 0;
        Facts = IsDerived ? reference.Derived!.Facts[derived] : reference.Facts[column];
        NumberFloor = options.Floors.GetValueOrDefault(Name, options.NumberFloor);
        NameFloor = IsOrdered ? options.NameFloor : options.Floors.GetValueOrDefault(Name, options.NameFloor);
        Values = IsOrdered && coding is NumberCodes { Upper.IsEmpty: false } numbers
            ? [numbers.Minimum, .. Facts.Representatives, numbers.Upper[^1]]
            : [];
        Deviation = Facts.Deviation;
    }

    public int Column { get; }

    public string Name { get; }

    public int Offset { get; }

    public bool IsOrdered { get; }

    /// <summary>Whether it is derived from several columns: then half of the reference's rows are missing in it.</summary>
    public bool IsDerived { get; }

    public int Cells => codes.Length;

    public ColumnFacts Facts { get; }

    public double NumberFloor { get; }

    public double NameFloor { get; }

    /// <summary>For each cell in order of value a value that stands for it; empty where there is none.</summary>
    public ImmutableArray<double> Values { get; }

    public double Deviation { get; }

    /// <summary>The code of each cell.</summary>
    public ReadOnlySpan<byte> Codes => codes;

    /// <summary>The cells of values that are no regular ones.</summary>
    public ReadOnlySpan<int> Guards => guards;

    /// <summary>This channel's part of a flat vector.</summary>
    public ReadOnlySpan<long> Of(ReadOnlySpan<long> flat) => flat.Slice(Offset, Cells);

    private static IEnumerable<byte> Regular(ColumnCodes coding) => Enumerable.Range(Code.First, coding.Cells).Select(code => (byte)code);
}
