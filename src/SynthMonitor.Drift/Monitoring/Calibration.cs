using System.Collections.Immutable;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// What a monitor needs to keep its budget of false alarms on one reference: thresholds, and each channel's statistics without drift. Made by
/// <see cref="Calibrator"/>; immutable; part of an epoch.
/// </summary>
public sealed class Calibration
{
    internal Calibration(
        MonitorOptions options, ulong seed, string referenceDigest, NullModel nulls, ThresholdFit threshold, int runLength, int referenceRows)
    {
        (Options, Seed, ReferenceDigest, Nulls, Fit, RunLength) = (options, seed, referenceDigest, nulls, threshold, runLength);
        Warnings = WarningsOf(runLength, referenceRows);
        ReferenceRows = referenceRows;
    }

    /// <summary>The options that were calibrated.</summary>
    public MonitorOptions Options { get; }

    /// <summary>The seed of the simulation.</summary>
    public ulong Seed { get; }

    /// <summary>The digest of the reference that was calibrated on.</summary>
    public string ReferenceDigest { get; }

    /// <summary>The rows of that reference.</summary>
    public int ReferenceRows { get; }

    /// <summary>The score that raises an alarm.</summary>
    public double Threshold => Fit.Threshold;

    /// <summary>The score at or below which an alarm clears.</summary>
    public double ClearLevel => Fit.ClearLevel;

    /// <summary>The blocks without drift that were simulated.</summary>
    public long SimulatedBlocks => Fit.Blocks;

    /// <summary>The standard error of the rate of false alarms, as a share of the budget.</summary>
    public double RelativeError => Fit.RelativeError;

    /// <summary>Whether the budget is rarer than what was simulated, so that the threshold rests on the exponential tail.</summary>
    public bool IsExtrapolated => Fit.IsExtrapolated;

    /// <summary>The length of the runs of rows that were drawn: 1 where the rows of the reference look independent.</summary>
    public int RunLength { get; }

    /// <summary>What to be careful about; empty where nothing is.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>The SHA-256, in hexadecimal, of everything.</summary>
    public string Digest
    {
        get
        {
            var writer = new PayloadWriter();
            Write(writer);
            return SealedFile.Digest(writer.Written);
        }
    }

    /// <summary>Whether it knows the statistics that a monitor of this reference looks at.</summary>
    internal bool Fits(Reference reference) => Nulls.Tracks == new ChannelSet(reference, Options).Channels.Length * Scan.Statistics;

    internal NullModel Nulls { get; }

    internal ThresholdFit Fit { get; }

    /// <summary>Writes the calibration.</summary>
    public void Write(PayloadWriter writer)
    {
        Options.Write(writer);
        writer.WriteUnsigned(Seed);
        writer.WriteString(ReferenceDigest);
        writer.WriteCount(ReferenceRows);
        writer.WriteCount(RunLength);
        writer.WriteCount(Nulls.Tracks);
        writer.WriteDoubles(Nulls.Means.AsSpan());
        writer.WriteDoubles(Nulls.Variances.AsSpan());
        Fit.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no calibration.</exception>
    public static Calibration Read(PayloadReader reader)
    {
        var options = MonitorOptions.Read(reader);
        var seed = reader.ReadUnsigned();
        var digest = reader.ReadString();
        var (rows, runLength, tracks) = (reader.ReadCount(), reader.ReadCount(), reader.ReadCount());
        var nulls = new NullModel(options.RowsPerBlock, tracks, [.. reader.ReadDoubles()], [.. reader.ReadDoubles()]);
        var levels = options.Scales(rows).Length + NullModel.LevelsBelow;
        return (long)levels * tracks == nulls.Means.Length && nulls.Means.Length == nulls.Variances.Length
            ? new(options, seed, digest, nulls, ThresholdFit.Read(reader), runLength, rows)
            : throw reader.Fault($"{nulls.Means.Length} null means", $"{levels} levels of {tracks} tracks");
    }

    private static ImmutableArray<string> WarningsOf(int runLength, int referenceRows)
    {
        const int enough = 20;
        return runLength * enough <= referenceRows
            ? []
            :
            [
                $"rows depend on each other over about {runLength} rows, and the reference has only {referenceRows / runLength} such runs: "
                + $"with fewer than {enough} the rate of false alarms is uncertain",
            ];
    }
}
