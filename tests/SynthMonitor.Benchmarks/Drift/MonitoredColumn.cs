using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>A monitor of one column, calibrated on a reference of 10,000 rows for 1 false alarm per 950 blocks of 200 rows.</summary>
internal sealed class MonitoredColumn
{
    public const int RowsPerBlock = 200;

    private const int ReferenceRows = 10_000;

    private readonly CleanStream stream;
    private readonly Reference reference;
    private readonly Calibration calibration;
    private readonly ulong seed;

    public MonitoredColumn(CleanStream stream, ulong seed)
    {
        (this.stream, this.seed) = (stream, seed);
        var random = new KeyedRandom(seed, 1);
        var (values, last) = (new double[ReferenceRows], 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            last = values[row] = stream.Next(ref random, last, row);
        }

        reference = Reference.From(Table(values), new ReferenceOptions(KeepsValues: false));
        calibration = Calibrator.Calibrate(reference, new MonitorOptions(Budget, RowsPerBlock), seed);
    }

    /// <summary>The budget.</summary>
    public static FalseAlarmBudget Budget { get; } = new(1.0 / 950);

    /// <summary>The steps of a new monitor over a new stream; values from a block on are moved.</summary>
    /// <param name="key">Chooses the stream.</param>
    /// <param name="changed">The first block that is moved.</param>
    /// <param name="change">How a value is moved.</param>
    public IEnumerable<MonitorStep> Watch(ulong key, int changed = int.MaxValue, Func<double, double>? change = null)
    {
        var monitor = new DriftMonitor(reference, calibration.Options, calibration);
        var random = new KeyedRandom(seed, 2, key);
        var (last, start) = (0.0, (long)random.Next(1_000));
        for (var block = 0; ; block++)
        {
            var values = new double[RowsPerBlock];
            for (var row = 0; row < values.Length; row++)
            {
                last = stream.Next(ref random, last, start++);
                values[row] = block >= changed ? change!(last) : last;
            }

            var profile = new Profile(reference.Watched);
            profile.Add(reference.Encode(Table(values)), 0, values.Length);
            yield return monitor.Observe(block, profile);
        }
    }

    private static Table Table(double[] values) => new([new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), values)]);
}
