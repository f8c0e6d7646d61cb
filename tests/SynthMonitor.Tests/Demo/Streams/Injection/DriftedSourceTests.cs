using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;
using SynthMonitor.Demo.Streams.Agrawal;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams.Injection;

public sealed class DriftedSourceTests
{
    private const int Reference = 3000;
    private const int Before = 2000;
    private const int After = 4000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Concept_leaves_features_and_puts_the_rule_of_a_large_slice_wrong(ulong seed)
    {
        var drifted = Read("concept", seed, out var description);
        var plain = Plain(seed).Read(Reference + Before + After);

        Assert.StartsWith("labels by another rule where ", description, StringComparison.Ordinal);
        Assert.Equal(Applications(plain), Applications(drifted));
        var changed = Labels(plain).Zip(Labels(drifted), (one, other) => one != other).ToList();
        Assert.DoesNotContain(true, changed[..(Reference + Before)]);
        Assert.InRange(Share(changed[(Reference + Before)..]), 0.15, 0.3);
        Assert.InRange(OldRuleError(drifted, 0, Reference + Before), 0.02, 0.06);
        Assert.InRange(OldRuleError(drifted, Reference + Before, After), 0.15, 0.35);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void New_slice_brings_names_never_seen_with_a_rule_of_their_own(ulong seed)
    {
        var drifted = Read("new-slice", seed, out var description);
        var column = description.Split(" where ")[1].Split(" in ")[0];
        var names = (NameColumn)drifted[column];
        var known = Enumerable.Range(0, Reference + Before).Select(row => names[row]).ToHashSet();
        var isNew = Enumerable.Range(Reference + Before, After).Select(row => !known.Contains(names[row])).ToList();

        Assert.InRange(Share(isNew), 0.08, 0.25);
        Assert.InRange(OldRuleError(drifted, 0, Reference + Before), 0.02, 0.06);
        Assert.InRange(OldRuleError(drifted, Reference + Before, After), 0.07, 0.2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Covariate_moves_the_strongest_number_and_keeps_the_rule(ulong seed)
    {
        var drifted = Read("covariate", seed, out var description);

        Assert.Equal("rows towards the upper end of loan", description);
        Assert.InRange(Shift(drifted, "loan"), 0.4, 0.7);
        Assert.InRange(Math.Abs(Shift(drifted, "age")), 0, 0.1);
        Assert.InRange(OldRuleError(drifted, Reference + Before, After), 0.02, 0.06);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Label_shift_moves_the_classes_and_nothing_inside_them(ulong seed)
    {
        var drifted = Read("label-shift", seed, out _);
        var labels = Labels(drifted);

        Assert.InRange(Share(labels[(Reference + Before)..]) - Share(labels[..Reference]), 0.25, 0.35);
        foreach (var label in new[] { false, true })
        {
            var members = drifted.Take([.. Enumerable.Range(0, drifted.Rows).Where(row => labels[row] == label)]);
            var before = labels[..(Reference + Before)].Count(other => other == label);
            Assert.All(["loan", "salary", "commission", "age"], name => Assert.InRange(Math.Abs(Shift(members, name, before)), 0, 0.12));
        }
    }

    [Fact]
    public void Portions_do_not_matter() => Gen.Select(Gen.Int[1, 600].List[1, 6], Gen.Int[1, 4]).Sample((portions, kind) =>
    {
        var injection = new DriftInjection((DriftKind)kind, 300);
        var (whole, _) = DriftedSource.Create(Plain(9), injection, 400, 9);
        var (parts, _) = DriftedSource.Create(Plain(9), injection, 400, 9);
        var together = portions.Select(parts.Read).Aggregate((rows, more) => rows.Append(more));
        var expected = whole.Read(portions.Sum());
        Assert.Equal(portions.Sum(), together.Rows);
        Assert.Equal(Applications(expected), Applications(together));
        Assert.Equal(Labels(expected), Labels(together));
    }, iter: 30);

    [Fact]
    public void No_drift_is_the_source_itself()
    {
        var source = Plain(1);

        Assert.Same(source, DriftedSource.Create(source, DriftInjection.None, Reference, 1).Source);
    }

    [Theory]
    [InlineData("covariate")]
    [InlineData("concept")]
    [InlineData("new-slice")]
    [InlineData("label-shift")]
    public void A_file_says_how_many_rows_are_left_and_repeats_none(string kind)
    {
        var numbered = Numbered(5000);
        var (drifted, _) = DriftedSource.Create(
            new TableSource(numbered, "approved", "yes", "no"), DriftInjection.Parse($"{kind}@1000"), 1000, 1);
        var rows = drifted.Read(10_000);

        Assert.Equal(rows.Rows, drifted.Rows);
        Assert.InRange(rows.Rows, 2500, kind == "concept" ? 5000 : 4999);
        var places = ((NumberColumn)rows["place"]).Values.ToArray();
        Assert.Equal(places.Distinct().Order(), places);
        Assert.Equal(0, drifted.Read(1).Rows);
    }

    [Fact]
    public void A_file_that_ends_before_the_drift_is_an_error()
    {
        var source = new TableSource(Numbered(100), "approved", "yes", "no");

        var error = Assert.Throws<InputException>(() => DriftedSource.Create(source, DriftInjection.Parse("concept@40000"), 50, 1));
        Assert.Equal(
            "drift 'concept@40000' after 50 rows of reference, but the stream has only 100 rows; expected a drift at row 49 or before",
            error.Message);
    }

    [Theory]
    [InlineData("covariate", 100, "drift 'covariate' without a numeric feature; expected at least one numeric feature")]
    [InlineData("concept", 100, "no category or range that holds 30 % to 50 % of the reference rows; expected a categorical or numeric ")]
    [InlineData("label-shift", 1, "column y: one class only in the 1 reference rows; expected both classes")]
    public void Rows_that_offer_nothing_to_change_are_an_error(string kind, int reference, string message)
    {
        var labels = Enumerable.Range(0, 200).Select(row => row % 2 == 0 ? "yes" : "no");
        var table = new Table(
        [
            NameColumn.From(new("constant", ColumnKind.Categorical), Enumerable.Repeat("x", 200)),
            NameColumn.From(new("y", ColumnKind.Categorical, ColumnRole.Target), labels),
        ]);
        var source = new TableSource(table, "y", "yes", "no");

        var error = Assert.Throws<InputException>(() => DriftedSource.Create(source, DriftInjection.Parse($"{kind}@10"), reference, 1));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static AgrawalSource Plain(ulong seed) => new(seed, new AgrawalOptions());

    private static Table Read(string kind, ulong seed, out string description)
    {
        (var source, description) = DriftedSource.Create(Plain(seed), DriftInjection.Parse($"{kind}@{Before}"), Reference, seed);
        Assert.Null(source.Rows);
        return source.Read(Reference + Before + After);
    }

    private static Table Numbered(int rows)
    {
        var places = Enumerable.Range(0, rows).Select(row => (double)row);
        return Plain(1).Read(rows).With(new NumberColumn(new("place", ColumnKind.Integer, ColumnRole.Ignored), [.. places]));
    }

    private static bool[] Labels(Table rows) => SynthMonitor.Demo.Streams.Labels.Of(rows, "approved", "yes");

    private static IEnumerable<LoanApplication> Applications(Table rows) =>
        Enumerable.Range(0, rows.Rows).Select(row => LoanColumns.ToApplication(rows, row));

    private static double Share(IReadOnlyCollection<bool> values) => (double)values.Count(value => value) / values.Count;

    /// <summary>The error of the rule before the drift: what a perfect model of the reference would make.</summary>
    private static double OldRuleError(Table rows, int start, int count)
    {
        var part = rows.Slice(start, count);
        var function = new AgrawalOptions().Function;
        return Share([.. Applications(part).Zip(Labels(part), (row, label) => AgrawalFunctions.Approves(function, row) != label)]);
    }

    /// <summary>By how many standard deviations the mean after the drift lies above that before it.</summary>
    private static double Shift(Table rows, string column, int before = Reference + Before)
    {
        var values = ((NumberColumn)rows[column]).Values.ToArray();
        var mean = values[..before].Average();
        var deviation = Math.Sqrt(values[..before].Average(value => (value - mean) * (value - mean)));
        return (values[before..].Average() - mean) / deviation;
    }
}
