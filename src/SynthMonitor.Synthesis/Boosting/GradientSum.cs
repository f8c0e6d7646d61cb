namespace SynthMonitor.Synthesis.Boosting;

/// <summary>
/// The sum of the gradients and hessians of some rows in fixed point, both in one 64-bit number, so that it is exact whatever the order
/// of addition and costs one addition: the gradient in the upper half, the hessian, which is never negative, in the lower.
/// </summary>
internal static class GradientSum
{
    /// <summary>Packs a row's gradient and hessian.</summary>
    public static long Pack(double gradient, double hessian, double scale) =>
        ((long)Math.Round(gradient * scale) << 32) + (long)Math.Round(hessian * scale);

    /// <summary>The sum of gradients, in units of 1 / scale.</summary>
    public static int Gradient(long sum) => (int)(sum >> 32);

    /// <summary>The sum of hessians, in units of 1 / scale.</summary>
    public static uint Hessian(long sum) => (uint)sum;

    /// <summary>The greatest power of two with which the sums of so many rows fit.</summary>
    public static double ScaleFor(int rows) => Math.ScaleB(1, Math.Min(20, 30 - (int)Math.Ceiling(Math.Log2(Math.Max(2, rows)))));
}
