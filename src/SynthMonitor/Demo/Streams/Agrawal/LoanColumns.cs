using System.Collections.Frozen;
using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Agrawal;

/// <summary>How loan applications stand in a table.</summary>
public static class LoanColumns
{
    /// <summary>The name of the target.</summary>
    public const string Target = "approved";

    /// <summary>The target's value of an approved application.</summary>
    public const string Approved = "yes";

    /// <summary>The target's value of a refused application.</summary>
    public const string Refused = "no";

    private static readonly ImmutableArray<string> EducationLevels = ["primary", "secondary", "vocational", "bachelor", "master"];
    private static readonly ImmutableArray<string> Cars = [.. Enumerable.Range(1, 20).Select(make => $"make-{make:D2}")];
    private static readonly ImmutableArray<string> ZipCodes = [.. Enumerable.Range(1, 9).Select(town => $"town-{town}")];
    private static readonly ImmutableArray<string> Classes = [Refused, Approved];

    private static readonly FrozenDictionary<string, int> Positions = new[] { EducationLevels, Cars, ZipCodes }
        .SelectMany(names => names.Select((name, position) => KeyValuePair.Create(name, position)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The nine features and the target.</summary>
    public static Schema Schema { get; } = new(
    [
        new("salary", ColumnKind.Integer),
        new("commission", ColumnKind.Integer),
        new("age", ColumnKind.Integer),
        new("elevel", ColumnKind.Categorical),
        new("car", ColumnKind.Categorical),
        new("zipcode", ColumnKind.Categorical),
        new("hvalue", ColumnKind.Integer),
        new("hyears", ColumnKind.Integer),
        new("loan", ColumnKind.Integer),
        new(Target, ColumnKind.Categorical, ColumnRole.Target),
    ]);

    /// <summary>A table of applications and whether each was approved.</summary>
    public static Table ToTable(ReadOnlySpan<LoanApplication> applications, ReadOnlySpan<bool> approved)
    {
        var decisions = new int[approved.Length];
        for (var row = 0; row < decisions.Length; row++)
        {
            decisions[row] = approved[row] ? 1 : 0;
        }

        return new Table(
        [
            Numbers(0, applications, application => application.Salary),
            Numbers(1, applications, application => application.Commission),
            Numbers(2, applications, application => application.Age),
            Names(3, EducationLevels, applications, application => application.EducationLevel),
            Names(4, Cars, applications, application => application.Car),
            Names(5, ZipCodes, applications, application => application.ZipCode),
            Numbers(6, applications, application => application.HouseValue),
            Numbers(7, applications, application => application.YearsOwned),
            Numbers(8, applications, application => application.Loan),
            new NameColumn(Schema[9], Classes, decisions),
        ]);
    }

    /// <summary>The application at a row of a table that has the nine features.</summary>
    public static LoanApplication ToApplication(Table table, int row)
    {
        double Number(string name) => ((NumberColumn)table[name]).Values[row];
        int Position(string name) => Positions[((NameColumn)table[name])[row]!];
        return new(
            Number("salary"), Number("commission"), (int)Number("age"), Position("elevel"), Position("car"), Position("zipcode"),
            Number("hvalue"), (int)Number("hyears"), Number("loan"));
    }

    private static NumberColumn Numbers(int column, ReadOnlySpan<LoanApplication> applications, Func<LoanApplication, double> select)
    {
        var values = new double[applications.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = select(applications[row]);
        }

        return new NumberColumn(Schema[column], values);
    }

    private static NameColumn Names(
        int column, ImmutableArray<string> names, ReadOnlySpan<LoanApplication> applications, Func<LoanApplication, int> select)
    {
        var positions = new int[applications.Length];
        for (var row = 0; row < positions.Length; row++)
        {
            positions[row] = select(applications[row]);
        }

        return new NameColumn(Schema[column], names, positions);
    }
}
