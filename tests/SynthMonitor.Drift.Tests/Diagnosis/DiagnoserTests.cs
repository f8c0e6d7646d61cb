using System.Collections.Immutable;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Diagnosis;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Diagnosis;

public class DiagnoserTests
{
    private const int Seeds = 15;
    private static readonly Reference Reference = Reference.From(Loans.Make(5000, 1, null));
    private static readonly OutcomeCounts Before = Reference.From(Loans.Make(5000, 2, null)).Outcomes!;

    [Theory]
    [InlineData(DiagnosisKind.Covariate, 2000)]
    [InlineData(DiagnosisKind.Concept, 1000)]
    [InlineData(DiagnosisKind.NewSlice, 600)]
    [InlineData(DiagnosisKind.LabelShift, 2000)]
    [InlineData(DiagnosisKind.Quality, 600)]
    public void Names_the_kind_over_many_seeds(DiagnosisKind kind, int rows)
    {
        var right = Enumerable.Range(0, Seeds).Count(seed => Diagnose(Loans.Make(rows, (ulong)seed + 100, kind), true, Columns(kind)).Kind == kind);
        Assert.True(right >= Seeds - 1, $"{right} of {Seeds}");
    }

    [Theory]
    [InlineData(DiagnosisKind.Covariate, 2000)]
    [InlineData(DiagnosisKind.NewSlice, 600)]
    [InlineData(DiagnosisKind.LabelShift, 2000)]
    [InlineData(DiagnosisKind.Quality, 600)]
    public void Names_the_kind_before_labels_have_come(DiagnosisKind kind, int rows)
    {
        var right = Enumerable.Range(0, Seeds).Count(seed => Diagnose(Loans.Make(rows, (ulong)seed + 200, kind), false, Columns(kind)).Kind == kind);
        Assert.True(right >= Seeds - 1, $"{right} of {Seeds}");
    }

    [Fact]
    public void Another_unit_is_a_quality_fault()
    {
        var rows = Loans.Make(500, 7, null);
        var scaled = new NumberColumn(rows["x"].Schema, [.. ((NumberColumn)rows["x"]).Values.ToArray().Select(value => 1000 + value)]);
        Assert.Equal(DiagnosisKind.Quality, Diagnose(rows.With(scaled), true, ["x"]).Kind);
    }

    [Fact]
    public void Every_diagnosis_gives_reasons() =>
        Assert.All(Enum.GetValues<DiagnosisKind>(), kind => Assert.NotEmpty(Diagnose(Loans.Make(1000, 9, kind), true, Columns(kind)).Reasons));

    [Fact]
    public void Without_any_rows_it_still_answers() =>
        Assert.Equal(DiagnosisKind.Covariate, Diagnoser.Diagnose(new(Reference, new Profile(Reference.Codebook), null, null, [])).Kind);

    private static ImmutableArray<string> Columns(DiagnosisKind kind) => kind == DiagnosisKind.Concept ? [] : ["x", "u", "n", "score"];

    private static Drift.Diagnosis.Diagnosis Diagnose(Table rows, bool hasLabels, ImmutableArray<string> columns)
    {
        var codes = Reference.Codebook.Encode(rows);
        var current = new Profile(Reference.Codebook);
        current.Add(codes, 0, codes.Rows);
        var since = hasLabels ? Reference.From(rows).Outcomes : null;
        return Diagnoser.Diagnose(new(Reference, current, Before, since, columns));
    }
}
