namespace SynthMonitor.Learning.Features;

/// <summary>Feature vectors, one after the other.</summary>
/// <param name="Values">Rows × <paramref name="Width"/> values, all finite.</param>
/// <param name="Width">The number of features.</param>
public sealed record FeatureMatrix(float[] Values, int Width)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Width == 0 ? 0 : Values.Length / Width;

    /// <summary>The feature vector of a row.</summary>
    public float[] this[int row] => Values.AsSpan(row * Width, Width).ToArray();
}
