using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Drift.Tests.Derived;

/// <summary>Columns that are each standard normal, and of which b follows a with a correlation that can be turned round; c stands alone.</summary>
internal static class Related
{
    public static Table Rows(int rows, ulong seed, double correlation)
    {
        var random = new KeyedRandom(seed, 23);
        var (a, b, c) = (new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            a[row] = random.NextNormal();
            b[row] = (correlation * a[row]) + (Math.Sqrt(1 - (correlation * correlation)) * random.NextNormal());
            c[row] = random.NextNormal();
        }

        return new([Column("a", a), Column("b", b), Column("c", c)]);
    }

    private static NumberColumn Column(string name, double[] values) => new(new ColumnSchema(name, ColumnKind.Numeric), values);
}
