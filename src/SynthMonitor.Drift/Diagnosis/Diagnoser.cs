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
    private const double SmallestGain = 10;
    private const double OddsExplain = 0.5;
    private const int FewestOutcomes = 200;
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
            .Where(column => evidence.Columns.IsEmpty
                ? IsInput(codebook.Columns[column].Name)
                : evidence.Columns.Contains(codebook.Columns[column].Name))
            .Select(column => GuardFindings.Of(codebook, column, evidence.Reference.Profile, evidence.Current))
            .OfType<GuardFindings>()];
    }

    private static Diagnosis? Quality(ImmutableArray<GuardFindings> findings)
    {
        var (faults, moved) = (findings.Sum(finding => finding.Faults), findings.Sum(finding => finding.Moved));
        var worst = findings.OrderByDescending(finding => finding.Faults).FirstOrDefault();
        if (worst.Faults >= SmallestFault && faults >= FaultShare * moved)
        {
            return new(DiagnosisKind.Quality,
                [$"missing or unreadable values make up {Percent(faults / moved)} of what moved, most in '{worst.Name}'"]);
        }

        var outside = findings.Where(finding => finding.Outside >= AlmostAll && finding.Novel >= AlmostAll)
            .Select(finding => finding.Name)
            .ToArray();
        return outside.Length > 0
            ? new(DiagnosisKind.Quality, [$"almost no value of '{outside[0]}' lies within the reference's: another unit or encoding"])
            : null;
    }

    private static Diagnosis? NewSlice(ImmutableArray<GuardFindings> findings)
    {
        var greatest = findings.OrderByDescending(finding => finding.Novel).FirstOrDefault();
        return greatest.Novel >= SmallestSlice
            ? new(DiagnosisKind.NewSlice,
                [$"{Percent(greatest.Novel)} of the rows have a value of '{greatest.Name}' that the reference does not have"])
            : null;
    }

    private static Diagnosis FromLabels(DiagnosisEvidence evidence)
    {
        var mixture = ClassMixture.Of(evidence.Reference, evidence.Current);
        var labels = evidence is { OutcomesBefore: { Rows: >= FewestOutcomes } before, OutcomesSince: { Rows: >= FewestOutcomes } since }
            ? new LabelFindings(since.PositiveRate().Value!.Value - before.PositiveRate().Value!.Value, ConditionalChange.Of(before, since))
            : null;
        return LabelShift(mixture, labels) ?? Concept(mixture, labels) ?? new(DiagnosisKind.Covariate, [labels switch
        {
            null => "inputs moved; there are not enough labels to say whether their meaning did",
            { HasChanged: true } => $"inputs moved, and the label at a given score changed little, by {Percent(labels.Conditional!.Effect)}",
            _ => "inputs moved, and the label at a given score is as before",
        }]);
    }

    private static Diagnosis? LabelShift(ClassMixture? mixture, LabelFindings? labels)
    {
        if (mixture is null || !(mixture.IsEnough || mixture.Explained >= MixtureExplains))
        {
            return null;
        }

        var share = labels is null ? mixture.FittedShare : Math.Clamp(mixture.ReferenceShare + labels.RateChange, 0, 1);
        var isSupported = Math.Abs(share - mixture.ReferenceShare) >= SmallestMix && mixture.Gain(share) >= SmallestGain;
        var isConsistent = labels is not { HasChanged: true } || labels.Conditional!.ExplainedByOdds >= OddsExplain;
        return isSupported && isConsistent
            ? new(DiagnosisKind.LabelShift,
            [
                $"a share of positives of {Percent(share)} instead of {Percent(mixture.ReferenceShare)} explains how the features moved",
                labels is null ? "labels have not come yet" : $"the share of positive labels moved by {Percent(labels.RateChange)}",
            ])
            : null;
    }

    private static Diagnosis? Concept(ClassMixture? mixture, LabelFindings? labels)
    {
        var least = mixture is { HasMoved: true } ? ConceptDespiteMovement : LabelFindings.SmallestChange;
        return labels is { HasChanged: true } && labels.Conditional!.Effect >= least
            ? new(DiagnosisKind.Concept, [$"the label at a given score changed by {Percent(labels.Conditional.Effect)} on average"])
            : null;
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
