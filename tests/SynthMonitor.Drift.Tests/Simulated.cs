using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests;

/// <summary>Tables and streams for tests.</summary>
internal static class Simulated
{
    /// <summary>A column of independent normal numbers.</summary>
    public static NumberColumn Normal(string name, int rows, ulong seed, double mean = 0, double deviation = 1)
    {
        var random = new KeyedRandom(seed, 17);
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = mean + (deviation * random.NextNormal());
        }

        return new NumberColumn(new ColumnSchema(name, ColumnKind.Numeric), values);
    }

    /// <summary>A column of names with the probabilities given.</summary>
    public static NameColumn Names(string name, int rows, ulong seed, params double[] shares)
    {
        var random = new KeyedRandom(seed, 18);
        var positions = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var place = random.NextDouble() * shares.Sum();
            while (positions[row] < shares.Length - 1 && (place -= shares[positions[row]]) >= 0)
            {
                positions[row]++;
            }
        }

        return new NameColumn(new ColumnSchema(name, ColumnKind.Categorical), [.. shares.Select((_, i) => $"n{i}")], positions);
    }

    /// <summary>Normal columns, independent of each other.</summary>
    public static Table Normals(int rows, int columns, ulong seed, double mean = 0, double deviation = 1) =>
        new([.. Enumerable.Range(0, columns).Select(column => Normal($"x{column}", rows, (seed * 1000) + (ulong)column, mean, deviation))]);

    /// <summary>A column of normal numbers, x, whose mean can move, and a column of names, n.</summary>
    public static Table Mixed(int rows, ulong seed, double mean = 0) =>
        new([Normal("x", rows, seed, mean), Names("n", rows, seed + 1, 0.5, 0.3, 0.15, 0.05)]);

    /// <summary>The profiles of a table's consecutive blocks.</summary>
    public static IEnumerable<Profile> Blocks(Codebook codebook, Table table, int rowsPerBlock)
    {
        var codes = codebook.Encode(table);
        for (var start = 0; start + rowsPerBlock <= table.Rows; start += rowsPerBlock)
        {
            var profile = new Profile(codebook);
            profile.Add(codes, start, rowsPerBlock);
            yield return profile;
        }
    }

    /// <summary>The steps of a monitor over blocks numbered from 0.</summary>
    public static ImmutableArray<MonitorStep> Watch(DriftMonitor monitor, IEnumerable<Profile> blocks, long first = 0) =>
        [.. blocks.Select((profile, index) => monitor.Observe(first + index, profile))];
}
