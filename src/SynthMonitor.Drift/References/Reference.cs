using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Derived;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.References;

/// <summary>
/// The rows that say what "no drift" is: coded, in order of time, with what the monitor has to know of them. Immutable. Its file keeps codes,
/// cell bounds, the calibrations made on it, and, for one comparison, numbers one by one and how columns are compared.
/// </summary>
public sealed class Reference
{
    /// <summary>The fewest rows that make a reference.</summary>
    public const int MinimumRows = 50;

    internal Reference(
        Schema schema,
        Codebook codebook,
        CodeTable codes,
        ImmutableArray<ColumnFacts> facts,
        string? positive,
        OutcomeCounts? outcomes,
        ImmutableArray<Calibration> calibrations,
        ReferenceValues values,
        ImmutableSortedDictionary<string, ColumnTestChoice> tests,
        DerivedColumns? derived)
    {
        Schema = schema;
        Codebook = codebook;
        Codes = codes;
        Facts = facts;
        Positive = positive;
        Outcomes = outcomes;
        Calibrations = calibrations;
        Values = values;
        Tests = tests;
        Derived = derived;
        Watched = derived is null ? codebook : new Codebook([.. codebook.Columns, .. derived.Columns]);
        Profile = new Profile(codebook);
        Profile.Add(codes, 0, codes.Rows);
        Digest = ReferenceFormat.DigestOf(this);
    }

    /// <summary>The columns.</summary>
    public Schema Schema { get; }

    /// <summary>The codes fitted on the rows.</summary>
    public Codebook Codebook { get; }

    /// <summary>The rows, coded, in order of time.</summary>
    public CodeTable Codes { get; }

    /// <summary>For each coded column what the counts do not say.</summary>
    public ImmutableArray<ColumnFacts> Facts { get; }

    /// <summary>The target's value that counts as positive, or null where the task is not binary.</summary>
    public string? Positive { get; }

    /// <summary>The outcomes of the rows, where there are a binary target and a score column; else null.</summary>
    public OutcomeCounts? Outcomes { get; }

    /// <summary>The calibrations made on these rows.</summary>
    public ImmutableArray<Calibration> Calibrations { get; }

    /// <summary>What one comparison needs besides: numbers one by one, where they are kept, and counts of rare names.</summary>
    public ReferenceValues Values { get; }

    /// <summary>How columns are compared that are not compared by default, by name.</summary>
    public ImmutableSortedDictionary<string, ColumnTestChoice> Tests { get; }

    /// <summary>
    /// The codes of everything that can be watched: those of <see cref="Codebook"/>, and after them those of columns derived from several
    /// others, if there are such.
    /// </summary>
    public Codebook Watched { get; }

    /// <summary>Whether columns are derived from others.</summary>
    public bool HasDerived => Derived is not null;

    internal DerivedColumns? Derived { get; }

    /// <summary>The counts of the rows' codes; not to be changed.</summary>
    public Profile Profile { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => Codes.Rows;

    /// <summary>The SHA-256, in hexadecimal, of codes, schema, outcomes and derived columns: of what the monitor stands on.</summary>
    public string Digest { get; }

    /// <summary>Makes a reference of rows; where there is a column of times, in its order.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="InputException">
    /// There are fewer than <see cref="MinimumRows"/> rows, the positive value does not occur, or a test of numbers is asked for names.
    /// </exception>
    public static Reference From(Table table, ReferenceOptions? options = null)
    {
        options ??= new ReferenceOptions();
        if (table.Rows < MinimumRows)
        {
            throw new InputException(null, null, null, $"a reference of {table.Rows} rows", $"at least {MinimumRows}");
        }

        var rows = InOrderOfTime(table);
        var codebook = CodebookFitter.Fit(rows, options.Codebook);
        var codes = codebook.Encode(rows);
        var facts = codebook.Columns
            .Select((coding, column) => ColumnFacts.Of(rows[coding.Name], coding, codes[column]))
            .ToImmutableArray();
        var labels = BinaryLabels.Of(rows, options.Positive);
        return new(
            rows.Schema,
            codebook,
            codes,
            facts,
            labels?.Positive,
            labels?.Outcomes(rows),
            [],
            ReferenceValues.Of(rows, codebook, options.KeepsValues),
            TestsOf(codebook, options),
            options.Derives ? DerivedColumns.Fit(rows) : null);
    }

    /// <summary>The codes of other rows, over <see cref="Watched"/>.</summary>
    /// <exception cref="InputException">A column holds names where the reference holds numbers, or the other way round.</exception>
    public CodeTable Encode(Table table) =>
        Derived is null ? Codebook.Encode(table) : Codebook.Encode(table).Beside(Derived.Encode(table));

    /// <summary>
    /// The calibration made on these rows for some options and seed; null where there is none, or one by an earlier version that knew fewer
    /// statistics.
    /// </summary>
    public Calibration? CalibrationFor(MonitorOptions options, ulong seed) =>
        Calibrations.FirstOrDefault(calibration => calibration.Options == options && calibration.Seed == seed && calibration.Fits(this));

    /// <summary>The same reference with a calibration kept, in place of one for the same options and seed.</summary>
    public Reference With(Calibration calibration) => With(
        [.. Calibrations.Where(other => other.Options != calibration.Options || other.Seed != calibration.Seed), calibration], Values, Derived);

    /// <summary>
    /// What of the reference can be compared with counts of codes: without values one by one and without derived columns, for which rows are
    /// needed, and so without calibrations made with these.
    /// </summary>
    public Reference ForCounts() => With(HasDerived ? [] : Calibrations, ReferenceValues.None(Codebook), null);

    private Reference With(ImmutableArray<Calibration> calibrations, ReferenceValues values, DerivedColumns? derived) =>
        new(Schema, Codebook, Codes, Facts, Positive, Outcomes, calibrations, values, Tests, derived);

    private static ImmutableSortedDictionary<string, ColumnTestChoice> TestsOf(Codebook codebook, ReferenceOptions options)
    {
        var tests = (options.Tests ?? ImmutableDictionary<string, ColumnTestChoice>.Empty)
            .Where(pair => codebook.Columns.Any(coding => coding.Name == pair.Key))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        var odd = codebook.Columns.Where(coding => !coding.IsOrdered && tests.TryGetValue(coding.Name, out var choice) && choice.Test.NeedsNumbers())
            .Select(coding => new InputException(
                null, null, null, $"the test '{ColumnTests.NameOf(tests[coding.Name].Test)}' for '{coding.Name}', a column of names", "a test on cells, such as g"))
            .ToArray();
        return odd.Length > 0 ? throw new InputException(odd) : tests;
    }

    private static Table InOrderOfTime(Table table)
    {
        if (table.WithRole(ColumnRole.Time) is not NumberColumn times)
        {
            return table;
        }

        var order = Enumerable.Range(0, table.Rows)
            .OrderBy(row => double.IsNaN(times.Values[row]) ? double.PositiveInfinity : times.Values[row])
            .ToArray();
        return table.Take(order);
    }
}
