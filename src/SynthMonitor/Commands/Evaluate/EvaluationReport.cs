using System.Text.Json.Serialization;
using SynthMonitor.Data;
using SynthMonitor.Learning.Evaluation;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Synthesis.Privacy;
using SynthMonitor.Synthesis.Quality.Sqs;

namespace SynthMonitor.Commands.Evaluate;

/// <summary>An evaluation as JSON.</summary>
internal sealed record EvaluationReport(
    EvaluatedRows Rows, SqsReport Sqs, SdMetricsReport Sdmetrics, C2stReport C2st, TstrReport? Tstr, PrivacyReport Privacy,
    IReadOnlyList<EvaluatedColumn> Columns, IReadOnlyList<EvaluatedPair> Pairs)
{
    /// <summary>The report.</summary>
    public static EvaluationReport Of(Evaluation evaluation)
    {
        var (quality, report) = (evaluation.Quality, evaluation.Report);
        return new(
            new(evaluation.Tables.Train.Rows, evaluation.Tables.Synthetic.Rows, evaluation.Tables.Holdout.Rows, evaluation.Tables.IsSplit),
            new(
                quality.Score, quality.FieldDistribution, quality.FieldCorrelation, quality.DeepStructure,
                quality.Score.Value is { } score ? SqsScores.Grade(score) : null),
            new(report.Shapes, report.Trends, report.TrendsOfAllPairs, report.Overall, report.Diagnostic),
            new(evaluation.AgainstHoldout.Auc, evaluation.AgainstTrain.Auc, evaluation.AgainstHoldout.Rows),
            evaluation.Usefulness is { } usefulness ? TstrReport.Of(usefulness) : null,
            PrivacyReport.Of(evaluation.Closeness, evaluation.Membership),
            [.. report.Columns.Zip(quality.Fields, (column, field) => new EvaluatedColumn(column.Name, field.Real, column.Score, field.Distance, column.Adherence))],
            [.. report.Pairs.Select(pair => new EvaluatedPair(
                pair.First, pair.Second, pair.IsNumbers ? "correlation" : "contingency", pair.Score, pair.Real, pair.Synthetic, pair.IsStrong))]);
    }
}

/// <summary>How many rows there were, and whether the holdout was split off the real ones.</summary>
internal sealed record EvaluatedRows(int Train, int Synthetic, int Holdout, bool HoldoutIsSplitOff);

/// <summary>See <see cref="SyntheticQuality"/>.</summary>
internal sealed record SqsReport(Estimate Score, Estimate FieldDistribution, Estimate FieldCorrelation, Estimate DeepStructure, string? Grade);

/// <summary>See <see cref="Synthesis.Quality.SdMetrics.QualityReport"/>.</summary>
internal sealed record SdMetricsReport(Estimate Shapes, Estimate Trends, Estimate TrendsAllPairs, Estimate Overall, Estimate Diagnostic);

/// <summary>See <see cref="TwoSampleTest"/>; <c>auc</c> is against the holdout.</summary>
internal sealed record C2stReport(double Auc, double AucTrain, int Rows);

/// <summary>See <see cref="TrainSyntheticTestReal"/>; the metrics are of the holdout, <c>gain</c> is positive where synthetic rows teach more.</summary>
internal sealed record TstrReport(
    TaskKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Auc,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Rmse,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? LogLoss,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Accuracy,
    double? Real,
    GainInterval? Gain)
{
    /// <summary>The report.</summary>
    public static TstrReport Of(TrainSyntheticTestReal test) => new(
        test.Task.Kind, test.Synthetic.Auc, test.Synthetic.Rmse, test.Synthetic.LogLoss, test.Synthetic.Accuracy, test.Real[test.Task.Metric], test.Gain);
}

/// <summary>See <see cref="HoldoutCloseness"/> and <see cref="MembershipInference"/>; <c>mia</c> are the attacks, the strongest gives <c>miaAuc</c>.</summary>
internal sealed record PrivacyReport(
    double DcrShare, ShareInterval DcrInterval, double ImsTrain, double ImsHoldout, NndrReport Nndr, double MiaAuc, double MiaTprAt1Fpr, IReadOnlyList<MembershipAttack> Mia)
{
    /// <summary>The report.</summary>
    public static PrivacyReport Of(HoldoutCloseness closeness, MembershipInference membership) => new(
        closeness.DcrShare.Value, closeness.DcrShare, closeness.ImsTrain, closeness.ImsHoldout, new(closeness.NndrTrain, closeness.NndrHoldout),
        membership.Strongest.Auc, membership.Attacks.Max(attack => attack.TruePositives), membership.Attacks);
}

/// <summary>The 5 % quantiles of the distance ratios.</summary>
internal sealed record NndrReport(double Train, double Holdout);

/// <summary>A column: its shape (0 … 1), Jensen–Shannon distance (0 … 1) and the share of synthetic values that the real ones allow.</summary>
internal sealed record EvaluatedColumn(string Name, FieldType Type, Estimate Shape, Estimate Distance, Estimate Adherence);

/// <summary>A pair of columns: its trend (0 … 1), and r or Cramér's V on both sides; <c>strong</c> pairs count by default.</summary>
internal sealed record EvaluatedPair(string First, string Second, string Kind, Estimate Trend, Estimate Real, Estimate Synthetic, bool Strong);
