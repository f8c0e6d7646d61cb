using MathNet.Numerics.LinearAlgebra;
using SynthMonitor.Data;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.Sqs;

namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>The synthetic quality score of NeMo Safe Synthesizer and its parts.</summary>
internal static class SqsScope
{
    // Tolerances of the cases: eigenvectors and cells differ in the last digits.
    private const double StructureTolerance = 1e-4;
    private const double ScoreTolerance = 0.1;

    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["sqs"] = Tables,
        ["score-maps"] = Maps,
        ["mixed-correlation-matrix"] = Matrix,
        ["joined-pca"] = Components,
    };

    private static GoldenAnswer Tables(GoldenCase one)
    {
        var quality = SyntheticQuality.Of(new TablePair(
            GoldenTables.Read(one.Input("real")!, one.Expected["train_rows"]!.GetValue<string>()), GoldenTables.Read(one.Expected["synthetic"]!)));
        return new()
        {
            ["fds_unrounded"] = quality.Distribution,
            ["fcs_unrounded"] = quality.Correlation,
            ["dss_unrounded"] = new Inexact(quality.Structure, StructureTolerance),
            ["fds"] = Triple(quality.Distribution, quality.FieldDistribution),
            ["fcs"] = Triple(quality.Correlation, quality.FieldCorrelation),
            ["dss"] = new object?[] { new Inexact(quality.Structure, StructureTolerance), new Inexact(quality.DeepStructure, ScoreTolerance), Grade(quality.DeepStructure) },
            ["fields"] = quality.Fields.ToDictionary(field => field.Name, field => (object?)new object?[]
            {
                Lower(field.Real), Lower(field.Synthetic), field.Distance, SqsScores.FieldDistribution(field.Distance.Value!.Value),
            }),
            ["columns"] = quality.Correlations.Names.ToArray(),
            [one.Expected.ContainsKey("training_correlation_of_first_n") ? "training_correlation_of_first_n" : "training_correlation"] = quality.Correlations.Real,
            ["synthetic_correlation"] = quality.Correlations.Synthetic,
        };
    }

    private static object?[] Triple(Estimate raw, Estimate score) => [Math.Round(raw.Value!.Value, 4), score, Grade(score)];

    private static string Grade(Estimate score) => SqsScores.Grade(score.Value!.Value);

    private static string Lower(FieldType type) => type.ToString().ToLowerInvariant();

    private static GoldenAnswer Maps(GoldenCase one) => new()
    {
        ["fds"] = Array.ConvertAll(one.Numbers("distribution_distance"), SqsScores.FieldDistribution),
        ["fcs"] = Array.ConvertAll(one.Numbers("correlation_error"), SqsScores.FieldCorrelation),
        ["dss"] = Array.ConvertAll(one.Numbers("pc_distance"), SqsScores.DeepStructure),
        ["sqs"] = one.Input("dss_fds_fcs")!.AsArray().Select(Overall).ToArray(),
        ["grades"] = one.Input("dss_fds_fcs")!.AsArray().Select(parts => SqsScores.Grade(Overall(parts)!.Value)).ToArray(),
    };

    private static double? Overall(System.Text.Json.Nodes.JsonNode? parts) =>
        SqsScores.Overall(GoldenCase.NumberOf(parts![1]), GoldenCase.NumberOf(parts[2]), GoldenCase.NumberOf(parts[0]));

    private static GoldenAnswer Matrix(GoldenCase one)
    {
        var rows = one.Input("rows")!.AsArray();
        string[] nominal = [.. one.Input("nominal")!.AsArray().Select(name => name!.GetValue<string>())];
        var columns = one.Input("columns")!.AsArray().Select((name, index) => nominal.Contains(name!.GetValue<string>())
            ? new CorrelatedColumn(AssociationScope.Labels(new System.Text.Json.Nodes.JsonArray([.. rows.Select(row => row![index]?.DeepClone())])), null)
            : new CorrelatedColumn([], [.. rows.Select(row => GoldenCase.NumberOf(row![index]))])).ToArray();
        return new() { ["value"] = CorrelationMatrix.Of(columns, rows.Count) };
    }

    private static GoldenAnswer Components(GoldenCase one)
    {
        var (first, second) = (Rows(one, "a"), Rows(one, "b"));
        var components = new PrincipalComponents(first, 2);
        return new() { ["abs_a"] = components.Project(first).PointwiseAbs().ToRowArrays(), ["abs_b"] = components.Project(second).PointwiseAbs().ToRowArrays() };
    }

    private static Matrix<double> Rows(GoldenCase one, string input) =>
        Matrix<double>.Build.DenseOfRowArrays(one.Input(input)!.AsArray().Select(row => row!.AsArray().Select(GoldenCase.NumberOf).ToArray()));
}
