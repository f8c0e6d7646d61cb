using System.Collections.Immutable;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Drift.Statistics.MultipleTesting;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// One comparison of a sample with a reference, both taken as samples of independent rows: column by column, and jointly. Something has drifted
/// where its p-value, corrected by Holm over all of them, is at most <see cref="Level"/> and its effect reaches the floor.
/// </summary>
/// <param name="ReferenceRows">The rows of the reference.</param>
/// <param name="CurrentRows">The rows of the sample.</param>
/// <param name="Columns">The columns, in the order of the reference.</param>
/// <param name="Joint">All columns together.</param>
public sealed record Comparison(int ReferenceRows, int CurrentRows, ImmutableArray<ColumnComparison> Columns, JointComparison Joint)
{
    /// <summary>The probability that anything is called drifted while nothing is.</summary>
    public const double Level = 0.05;

    private const ulong Seed = 1;

    /// <summary>Whether anything has drifted.</summary>
    public bool IsDrifted => Joint.IsDrifted || Columns.Any(column => column.IsDrifted);

    /// <summary>Compares.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="current">The sample. A coded column of the reference that it lacks is not compared.</param>
    public static Comparison Of(Reference reference, Table current)
    {
        var codes = reference.Codebook.Encode(current);
        var profile = new Profile(reference.Codebook);
        profile.Add(codes, 0, codes.Rows);
        var options = new MonitorOptions(new FalseAlarmBudget(Level), Math.Max(1, current.Rows));
        var channels = Enumerable.Range(0, reference.Codebook.Columns.Length)
            .Where(column => current.Find(reference.Codebook.Columns[column].Name) is not null)
            .Select(column => new ComparedChannel(
                new Channel(reference, column, 0, options), reference.Codebook.Columns[column], reference.Profile[column], profile[column]))
            .ToArray();
        var columns = channels
            .Select(compared => ColumnComparison.Of(reference.Schema[reference.Schema.IndexOf(compared.Channel.Name)], compared))
            .ToImmutableArray();
        var features = new RandomFeatures(channels, Seed);
        return new Comparison(reference.Rows, current.Rows, columns, JointTest.Compare(features, reference.Codes, codes)).Judge();
    }

    private Comparison Judge()
    {
        Estimate[] pValues = [.. Columns.Select(column => column.Test.PValue), Joint.Test.PValue];
        var adjusted = new Queue<double>(Holm.Adjust([.. pValues.Select(p => p.Value).OfType<double>()]));
        Estimate[] all = [.. pValues.Select(p => p.IsDefined ? Estimate.Of(adjusted.Dequeue()) : p)];
        return this with
        {
            Columns = [.. Columns.Select((column, index) => column with
            {
                AdjustedPValue = all[index],
                IsDrifted = all[index].Value <= Level && column.Effect.IsWorth,
            })],
            Joint = Joint with { AdjustedPValue = all[^1], IsDrifted = all[^1].Value <= Level && Joint.Effect.Value >= JointComparison.Floor },
        };
    }
}
