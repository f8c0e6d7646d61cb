using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Drift.Derived;

/// <summary>
/// How far a row lies from the reference's rows, in several senses, all on standardized features: the Mahalanobis distance, the errors of
/// reconstruction from the fewest principal axes that hold a half, 80 % and 95 % of the variance (Jackson and Mudholkar 1979), and the distance
/// to the nearest of up to 16 centres, each axis by its standard deviation. A change of how columns go together shows here, if none of them
/// changed by itself.
/// </summary>
/// <param name="Rows">Rows as vectors.</param>
/// <param name="Axes">Their principal axes.</param>
/// <param name="Centres">Centres, in places along the axes by their standard deviations.</param>
internal sealed record RowScorer(RowStandardizer Rows, PrincipalAxes Axes, Centres Centres)
{
    private const int MostDimensions = 64;
    private const int MostRows = 20_000;
    private const int MostCentres = 16;
    private const int RowsPerCentre = 50;

    private static readonly double[] Held = [0.5, 0.8, 0.95];

    /// <summary>For each error of reconstruction the number of axes kept.</summary>
    private readonly ImmutableArray<int> kept = [.. Held.Select(Axes.Holding).Where(count => count < Axes.Count).Distinct()];

    /// <summary>What the scores are called.</summary>
    public ImmutableArray<string> Names =>
        ["joint:mahalanobis", .. kept.Select(count => $"joint:residual-{count}"), "joint:nearest-centre"];

    /// <summary>Fits the scores, on at most 20,000 of the rows; null where fewer than two features of numbers vary.</summary>
    public static RowScorer? Fit(Table rows)
    {
        var step = ((rows.Rows - 1) / MostRows) + 1;
        var fitted = step == 1 ? rows : rows.Take([.. Enumerable.Range(0, rows.Rows / step).Select(row => row * step)]);
        var standardizer = RowStandardizer.Fit(fitted, MostDimensions);
        if (standardizer.Dimensions < 2)
        {
            return null;
        }

        var vectors = standardizer.Vectors(fitted);
        var axes = PrincipalAxes.Fit(vectors, standardizer.Dimensions);
        var places = new double[vectors.Length];
        for (var start = 0; start < vectors.Length; start += axes.Count)
        {
            Place(axes, vectors.AsSpan(start, axes.Count), places.AsSpan(start, axes.Count));
        }

        var centres = Math.Clamp(fitted.Rows / RowsPerCentre, 1, MostCentres);
        return new(standardizer, axes, Centres.Fit(places, axes.Count, centres));
    }

    /// <summary>The scores of rows: for each name a value for each row, finite and at least 0.</summary>
    public double[][] Score(Table rows)
    {
        var vectors = Rows.Vectors(rows);
        double[][] scores = [.. Names.Select(_ => new double[rows.Rows])];
        Span<double> places = stackalloc double[Axes.Count];
        for (var row = 0; row < rows.Rows; row++)
        {
            Place(Axes, vectors.AsSpan(row * Axes.Count, Axes.Count), places);
            scores[0][row] = Math.Sqrt(SumOfSquares(places));
            scores[^1][row] = Centres.Distance(places);
            for (var error = 0; error < kept.Length; error++)
            {
                scores[error + 1][row] = Residual(places, kept[error]);
            }
        }

        return scores;
    }

    private double Residual(ReadOnlySpan<double> places, int from)
    {
        var sum = 0.0;
        for (var axis = from; axis < places.Length; axis++)
        {
            sum += places[axis] * places[axis] * Axes.Variances[axis];
        }

        return Math.Sqrt(sum);
    }

    private static void Place(PrincipalAxes axes, ReadOnlySpan<double> vector, Span<double> places)
    {
        axes.Project(vector, places);
        for (var axis = 0; axis < places.Length; axis++)
        {
            places[axis] /= Math.Sqrt(axes.Variances[axis]);
        }
    }

    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
