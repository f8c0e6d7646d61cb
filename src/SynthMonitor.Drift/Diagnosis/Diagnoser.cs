using System.Collections.Immutable;
using System.Globalization;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>
/// Says what kind of change an alarm is about. The first that holds: a quality fault (missing or unreadable values make up most of what
/// moved); a new slice (values outside the reference's); a label shift (another mix of the classes explains the features, and one factor on
/// the odds the labels); a concept change (the label at a given score changed); else a covariate shift.
/// </summary>
public static class Diagnoser
{
    private const double FaultShare = 0.5;
    private const double SmallestFault = 0.02;
    private const double AlmostAll = 0.9;
    private const double SmallestSlice = 0.03;
    private const double MixtureExplains = 0.9;
    private const double SmallestMix = 0.03;
    private const double OddsExplain = 0.7;
    private const int FewestOutcomes = 200;
    private const double ConceptLevel = 1e-4;
    private const double SmallestConcept = 0.02;
    private const double ConceptDespiteMovement = 0.05;

    /// <summary>Diagnoses an alarm.</summary>
    public static Diagnosis Diagnose(DiagnosisEvidence evidence)
    {
        var findings = Findings(evidence);
        return Quality(findings) ?? NewSlice(findings) ?? FromLabels(evidence);
    }

    private static ImmutableArray<GuardFindings> Findings(DiagnosisEvidence evidence)
    {
        var (codebook, schema) = (evidence.Reference.Codebook, evidence.Reference.Schema);
        bool IsInput(string name) => schema[schema.IndexOf(name)].Role is ColumnRole.Feature or ColumnRole.Segment;
        return [.. Enumerable.Range(0, codebook.Columns.Length)
            .Where(column => evidence.Columns.Contains(codebook.Columns[column].Name) || (evidence.Columns.IsEmpty && IsInput(codebook.Columns[column].Name)))
            .Select(column => GuardFindings.Of(codebook, column, evidence.Reference.Profile, evidence.Current))
            .OfType<GuardFindings>()];
    }

    private static Diagnosis? Quality(ImmutableArray<GuardFindings> findings)
    {
        var (faults, moved) = (findings.Sum(finding => finding.Faults), findings.Sum(finding => finding.Moved));
        var worst = findings.OrderByDescending(finding => finding.Faults).FirstOrDefault();
        if (worst.Faults >= SmallestFault && faults >= FaultShare * moved)
        {
            return new(DiagnosisKind.Quality, [$"missing or unreadable values make up {Percent(faults / moved)} of what moved, most in '{worst.Name}'"]);
        }

        var outside = findings.Where(finding => finding.Outside >= AlmostAll && finding.Novel >= AlmostAll).Select(finding => finding.Name).ToArray();
        return outside.Length > 0
            ? new(DiagnosisKind.Quality, [$"almost no value of '{outside[0]}' lies within the reference's: another unit or encoding"])
            : null;
    }

    private static Diagnosis? NewSlice(ImmutableArray<GuardFindings> findings)
    {
        var greatest = findings.OrderByDescending(finding => finding.Novel).FirstOrDefault();
        return greatest.Novel >= SmallestSlice
            ? new(DiagnosisKind.NewSlice, [$"{Percent(greatest.Novel)} of the rows have a value of '{greatest.Name}' that the reference does not have"])
            : null;
    }

    private static Diagnosis FromLabels(DiagnosisEvidence evidence)
    {
        var mixture = ClassMixture.Of(evidence.Reference, evidence.Current);
        var mixtureExplains = mixture is not null && mixture.Explained >= MixtureExplains && Math.Abs(mixture.FittedShare - mixture.ReferenceShare) >= SmallestMix;
        var change = evidence is { OutcomesBefore.Rows: >= FewestOutcomes, OutcomesSince.Rows: >= FewestOutcomes }
            ? ConditionalChange.Of(evidence.OutcomesBefore, evidence.OutcomesSince)
            : null;
        var hasChanged = change is not null && change.PValue <= ConceptLevel && change.Effect >= SmallestConcept;
        if (mixtureExplains && (!hasChanged || change!.ExplainedByOdds >= OddsExplain) && LabelRateAgrees(evidence, mixture!))
        {
            return new(DiagnosisKind.LabelShift,
            [
                $"a share of positives of {Percent(mixture!.FittedShare)} instead of {Percent(mixture.ReferenceShare)} explains {Percent(mixture.Explained)} of how the features moved",
            ]);
        }

        if (!hasChanged)
        {
            return new(DiagnosisKind.Covariate, [change is null
                ? "inputs moved; there are not enough labels to say whether their meaning did"
                : "inputs moved, and the label at a given score is as before"]);
        }

        var moved = mixture is not null;
        return moved && change!.Effect < ConceptDespiteMovement
            ? new(DiagnosisKind.Covariate, [$"inputs moved, and the label at a given score changed little, by {Percent(change.Effect)}"])
            : new(DiagnosisKind.Concept, [$"the label at a given score changed by {Percent(change!.Effect)} on average"]);
    }

    /// <summary>Whether the labels, where there are some, moved in the direction that the mix says.</summary>
    private static bool LabelRateAgrees(DiagnosisEvidence evidence, ClassMixture mixture) =>
        evidence is not { OutcomesBefore.Rows: >= FewestOutcomes, OutcomesSince.Rows: >= FewestOutcomes }
        || (evidence.OutcomesSince.PositiveRate().Value - evidence.OutcomesBefore.PositiveRate().Value)
            * Math.Sign(mixture.FittedShare - mixture.ReferenceShare) >= SmallestMix;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
