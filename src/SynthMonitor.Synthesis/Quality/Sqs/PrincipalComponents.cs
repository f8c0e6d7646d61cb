using MathNet.Numerics.LinearAlgebra;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>The first principal components of standardised columns: eigenvectors of the correlation matrix, the greatest entry of each positive.</summary>
internal sealed class PrincipalComponents
{
    private readonly Vector<double> means;
    private readonly Vector<double> scales;
    private readonly Matrix<double> axes;

    /// <summary>Finds the components of rows.</summary>
    /// <param name="rows">Rows × columns, at least as many columns as components.</param>
    /// <param name="components">How many.</param>
    public PrincipalComponents(Matrix<double> rows, int components)
    {
        means = rows.ColumnSums() / rows.RowCount;
        var centred = Centred(rows);
        scales = (centred.PointwiseMultiply(centred).ColumnSums() / rows.RowCount).PointwiseSqrt().Map(scale => scale > 0 ? scale : 1);
        var standard = Standard(rows);
        var values = standard.TransposeThisAndMultiply(standard).Evd(Symmetricity.Symmetric);
        axes = Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(1, components).Select(rank => Signed(values.EigenVectors.Column(rows.ColumnCount - rank))));
    }

    /// <summary>The components of rows: rows × components.</summary>
    public Matrix<double> Project(Matrix<double> rows) => Standard(rows) * axes;

    private static Vector<double> Signed(Vector<double> axis) => axis[axis.AbsoluteMaximumIndex()] < 0 ? -axis : axis;

    private Matrix<double> Standard(Matrix<double> rows)
    {
        var standard = Centred(rows);
        standard.MapIndexedInplace((_, column, value) => value / scales[column]);
        return standard;
    }

    private Matrix<double> Centred(Matrix<double> rows) => rows.MapIndexed((_, column, value) => value - means[column]);
}
