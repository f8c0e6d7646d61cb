namespace SynthMonitor.Synthesis.Boosting;

/// <summary>Trains a <see cref="BoostedClassifier"/> on the logarithmic loss.</summary>
internal static class BoostedClassifierTrainer
{
    /// <summary>Trains a classifier; it stops early where no split gains anything any more.</summary>
    /// <param name="data">The rows, of both classes, with at least one feature.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Stops training.</param>
    public static BoostedClassifier Train(TrainingRows data, BoostingOptions options, CancellationToken cancellation)
    {
        var (inner, outer) = ((1 << options.Depth) - 1, 1 << options.Depth);
        var (nodes, leaves) = (new ushort[options.Trees * inner], new float[options.Trees * outer]);
        var positives = data.Labels.Count(label => label);
        var bias = (float)Math.Log((double)positives / (data.Count - positives));
        var scores = new float[data.Count];
        scores.AsSpan().Fill(bias);
        var gradients = new long[data.Count];
        var scale = GradientSum.ScaleFor(data.Count);
        var grower = new BoostedTreeGrower(data, options, scale);
        for (var tree = 0; tree < options.Trees; tree++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < gradients.Length; row++)
            {
                var probability = 1 / (1 + MathF.Exp(-scores[row]));
                gradients[row] = GradientSum.Pack(probability - (data.Labels[row] ? 1 : 0), probability * (1 - probability), scale);
            }

            var own = nodes.AsSpan(tree * inner, inner);
            var ends = leaves.AsSpan(tree * outer, outer);
            if (!grower.Grow(gradients, own, ends))
            {
                (nodes, leaves) = (nodes[..(tree * inner)], leaves[..(tree * outer)]);
                break;
            }

            BoostedClassifier.AddTrees(data.Ranks, data.Features.Length, options.Depth, own, ends, scores);
        }

        return new BoostedClassifier(options.Depth, data.Features, [.. data.Orders.Select(order => order.Ranks)], nodes, leaves, bias);
    }
}
