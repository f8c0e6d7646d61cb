using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.MultipleTesting;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// One comparison of a sample with a reference, both taken as samples of independent rows: column by column, and jointly. Something has drifted
/// where its p-value, corrected by Holm over all of them, is at most <see cref="Level"/> and its effect reaches the floor. How a
/// column is tested, at what threshold and floor, can be said when the reference is made (<see cref="ColumnTestChoice"/>).
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

    /// <summary>The columns, those first that moved most relative to the smallest effect worth a finding.</summary>
    public IEnumerable<ColumnComparison> Ranked => Columns
        .OrderByDescending(column => column.Effect.Value / column.Effect.Floor)
        .ThenBy(column => column.Column.Name, StringComparer.Ordinal);

    /// <summary>Compares.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="current">The sample. A coded column of the reference that it lacks is not compared.</param>
    public static Comparison Of(Reference reference, Table current)
    {
        var (codes, profile) = Encode(reference, current);
        var channels = Enumerable.Range(0, reference.Codebook.Columns.Length)
            .Where(column => current.Find(reference.Codebook.Columns[column].Name) is not null)
            .Where(column => ChoiceFor(reference, reference.Codebook.Columns[column].Name).Test != ColumnTest.Ignore)
            .Select(column => ChannelOf(reference, column, profile))
            .ToArray();
        var tester = new ColumnTester(reference, current);
        var columns = channels.Select(compared => Compare(reference, tester, compared)).ToImmutableArray();
        var features = new RandomFeatures(channels, Seed);
        return new Comparison(reference.Rows, current.Rows, columns, JointTest.Compare(features, reference.Codes, codes)).Judge(reference);
    }

    /// <summary>Tests one coded column alone.</summary>
    internal static (ColumnMethod Method, TestResult Result) TestColumn(Reference reference, Table current, int column)
    {
        var compared = ChannelOf(reference, column, Encode(reference, current).Profile);
        return new ColumnTester(reference, current).Test(ChoiceFor(reference, compared.Channel.Name), compared);
    }

    private static (CodeTable Codes, Profile Profile) Encode(Reference reference, Table current)
    {
        var codes = reference.Codebook.Encode(current);
        var profile = new Profile(reference.Codebook);
        profile.Add(codes, 0, codes.Rows);
        return (codes, profile);
    }

    private static ComparedChannel ChannelOf(Reference reference, int column, Profile profile)
    {
        var options = new MonitorOptions(new FalseAlarmBudget(Level), 1) { Floors = FloorsOf(reference) };
        return new(new Channel(reference, column, 0, options), reference.Codebook.Columns[column], reference.Profile[column], profile[column]);
    }

    private static ColumnComparison Compare(Reference reference, ColumnTester tester, ComparedChannel compared)
    {
        var name = compared.Channel.Name;
        var (method, result) = tester.Test(ChoiceFor(reference, name), compared);
        return ColumnComparison.Of(reference.Schema[reference.Schema.IndexOf(name)], reference.Codebook.Columns[compared.Channel.Column], compared, method, result);
    }

    private static ColumnTestChoice ChoiceFor(Reference reference, string name) => reference.Tests.GetValueOrDefault(name, new ColumnTestChoice());

    private static ImmutableSortedDictionary<string, double> FloorsOf(Reference reference) => reference.Tests
        .Where(pair => pair.Value.Floor is not null)
        .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Floor!.Value, StringComparer.Ordinal);

    private Comparison Judge(Reference reference)
    {
        Estimate[] pValues = [.. Columns.Select(column => column.Test.PValue), Joint.Test.PValue];
        var adjusted = new Queue<double>(Holm.Adjust([.. pValues.Select(p => p.Value).OfType<double>()]));
        Estimate[] all = [.. pValues.Select(p => p.IsDefined ? Estimate.Of(adjusted.Dequeue()) : p)];
        return this with
        {
            Columns = [.. Columns.Select((column, index) => column with
            {
                AdjustedPValue = all[index],
                IsDrifted = IsFinding(column, all[index], ChoiceFor(reference, column.Column.Name)),
            })],
            Joint = Joint with { AdjustedPValue = all[^1], IsDrifted = all[^1].Value <= Level && Joint.Effect.Value >= JointComparison.Floor },
        };
    }

    private static bool IsFinding(ColumnComparison column, Estimate adjusted, ColumnTestChoice choice) => choice.Test.IsDistance()
        ? adjusted.Value <= Level && column.Effect.IsWorth && (choice.Threshold is null || column.Test.Statistic.Value >= choice.Threshold)
        : adjusted.Value <= (choice.Threshold ?? Level) && column.Effect.IsWorth;
}
