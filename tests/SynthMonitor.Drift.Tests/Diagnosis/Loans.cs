using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Diagnosis;

namespace SynthMonitor.Drift.Tests.Diagnosis;

/// <summary>Rows of a binary task whose label follows three features, scored by a slightly wrong model, with one kind of change.</summary>
internal static class Loans
{
    /// <summary>The names of the categorical feature; the last does not occur without a new slice.</summary>
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    public static Table Make(int rows, ulong seed, DiagnosisKind? kind)
    {
        var random = new KeyedRandom(seed, 5);
        var (x, u, score, label, names) = (new double[rows], new double[rows], new double[rows], new double[rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            do
            {
                x[row] = random.NextNormal();
                u[row] = random.NextDouble();
                names[row] = random.Next(kind == DiagnosisKind.NewSlice ? 5 : 4);
                var logit = (1.2 * x[row]) + (2 * (u[row] - 0.5)) + ((names[row] - 2) * 0.4);
                var turns = (kind == DiagnosisKind.Concept && u[row] > 0.6) || names[row] == 4;
                label[row] = random.NextDouble() < Logistic(turns ? -logit : logit) ? 1 : 0;
                score[row] = Logistic((0.85 * logit) + (0.1 * Math.Sin(5 * x[row])));
            }
            while (IsLeftOut(kind, x[row], label[row], random.NextDouble()));

            x[row] = kind == DiagnosisKind.Quality && random.NextDouble() < 0.15 ? Number.Missing : x[row];
        }

        return new(
        [
            new NumberColumn(new("x", ColumnKind.Numeric), x),
            new NumberColumn(new("u", ColumnKind.Numeric), u),
            new NameColumn(new("n", ColumnKind.Categorical), [.. Names], names),
            new NumberColumn(new("score", ColumnKind.Numeric, ColumnRole.Score), score),
            new NumberColumn(new("y", ColumnKind.Boolean, ColumnRole.Target), label),
        ]);
    }

    private static bool IsLeftOut(DiagnosisKind? kind, double x, double label, double chance) => kind switch
    {
        DiagnosisKind.Covariate => chance > Logistic(2 * x),
        DiagnosisKind.LabelShift => label == 0 && chance > 0.4,
        _ => false,
    };

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));
}
