using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>
/// A source whose rows change from a given row on. Rows are only left out or labelled anew, so every row is real and none comes
/// twice; what happens to a row depends on the seed, on its place in the inner source and on the side of the drift that it falls on.
/// </summary>
internal sealed class InjectedSource : IDemoSource
{
    private const int Chunk = 512;
    private const ulong Keeping = 1;
    private const ulong Labelling = 2;

    private readonly IDemoSource inner;
    private readonly IRowChange change;
    private readonly long firstDrifted;
    private readonly ulong seed;
    private Table pending;
    private int used;
    private long pendingStart;
    private long delivered;

    /// <summary>Creates a source.</summary>
    /// <param name="inner">The rows to change; read as far as <paramref name="pending"/>.</param>
    /// <param name="pending">Rows read from <paramref name="inner"/> and not delivered yet.</param>
    /// <param name="change">What changes.</param>
    /// <param name="firstDrifted">The first changed row, counted in delivered rows from 0.</param>
    /// <param name="seed">Chooses the rows that are left out.</param>
    public InjectedSource(IDemoSource inner, Table pending, IRowChange change, long firstDrifted, ulong seed)
    {
        this.inner = inner;
        this.pending = pending;
        this.change = change;
        this.firstDrifted = firstDrifted;
        this.seed = seed;
    }

    public Schema Schema => inner.Schema;

    public string Target => inner.Target;

    public string Positive => inner.Positive;

    public string Negative => inner.Negative;

    /// <summary>Null: how many rows are left out shows only when they are read.</summary>
    public long? Rows => null;

    public ILabelRule OtherRule => inner.OtherRule;

    public Table Read(int count)
    {
        var result = pending.Slice(0, 0);
        while (result.Rows < count && Fill())
        {
            var part = Next(count - result.Rows);
            result = result.Rows == 0 ? part : result.Append(part);
        }

        return result;
    }

    /// <summary>Sees to it that there are pending rows; false at the end.</summary>
    private bool Fill()
    {
        if (used == pending.Rows)
        {
            pendingStart += used;
            pending = inner.Read(Chunk);
            used = 0;
        }

        return pending.Rows > 0;
    }

    /// <summary>The pending rows that are delivered, at most <paramref name="count"/> and all of one side of the drift.</summary>
    private Table Next(int count)
    {
        var drifted = delivered >= firstDrifted;
        var limit = drifted ? count : (int)Math.Min(count, firstDrifted - delivered);
        var keep = change.Keep(pending, drifted);
        var taken = new List<int>(Math.Min(limit, pending.Rows));
        for (; used < pending.Rows && taken.Count < limit; used++)
        {
            if (Random(used, Keeping).NextDouble() < keep[used])
            {
                taken.Add(used);
            }
        }

        delivered += taken.Count;
        var rows = drifted ? Relabel(taken) : pending;
        return rows.Take(taken.ToArray());
    }

    private Table Relabel(List<int> taken)
    {
        var relabel = change.Relabel(pending);
        var labels = Labels.Of(pending, Target, Positive);
        foreach (var row in taken.Where(row => relabel[row]))
        {
            var random = Random(row, Labelling);
            labels[row] = OtherRule.Label(pending, row, labels[row], ref random);
        }

        var column = (NameColumn)pending[Target];
        var (positive, negative) = (column.Names.IndexOf(Positive), column.Names.IndexOf(Negative));
        return pending.With(new NameColumn(column.Schema, column.Names, [.. labels.Select(label => label ? positive : negative)]));
    }

    private KeyedRandom Random(int pendingRow, ulong purpose) => new(seed, (ulong)(pendingStart + pendingRow), purpose);
}
