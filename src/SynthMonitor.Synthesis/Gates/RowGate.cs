using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Constraints;

namespace SynthMonitor.Synthesis.Gates;

/// <summary>
/// Which rows are not given out: copies of a training row that is the only one of its kind, and rows less probable than nearly all
/// training rows and nearly all drawn ones. There is no filter by distance: what such a filter withholds tells where training rows lie (Ganev and De Cristofaro 2023).
/// </summary>
/// <param name="single">The hashes of the training rows that occur once, rising.</param>
/// <param name="leastLogProbability">The least log-probability of a row that is given out.</param>
internal sealed class RowGate(long[] single, double leastLogProbability)
{
    /// <summary>The share of the training rows, and of drawn rows, that are less probable than any row that is given out.</summary>
    private const double ImplausibleShare = 0.001;

    /// <summary>The gate for training rows.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="hash">The hash of rows.</param>
    /// <param name="learnt">The log-probabilities of training rows.</param>
    /// <param name="drawn">The log-probabilities of drawn rows, which a model that knows its training rows too well finds less probable.</param>
    public static RowGate Of(Table table, RowHash hash, double[] learnt, double[] drawn)
    {
        var cells = new TableCells(table);
        var hashes = new long[table.Rows];
        for (var row = 0; row < hashes.Length; row++)
        {
            hashes[row] = hash.Of(cells, row);
        }

        Array.Sort(hashes);
        long[] single = [.. hashes.Where((value, index) =>
            (index == 0 || hashes[index - 1] != value) && (index == hashes.Length - 1 || hashes[index + 1] != value))];
        return new RowGate(single, Math.Min(LowQuantile(learnt), LowQuantile(drawn)));
    }

    /// <summary>Whether a row is equal to a training row that is the only one of its kind.</summary>
    public bool IsCopy(long hash) => Array.BinarySearch(single, hash) >= 0;

    /// <summary>Whether a row is less probable than nearly all others.</summary>
    public bool IsImplausible(double logProbability) => logProbability < leastLogProbability;

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteSigneds(single);
        writer.WriteDouble(leastLogProbability);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RowGate Read(PayloadReader reader) => new([.. reader.ReadSigneds().Order()], reader.ReadDouble());

    private static double LowQuantile(double[] values)
    {
        Array.Sort(values);
        return values[(int)(ImplausibleShare * values.Length)];
    }
}
