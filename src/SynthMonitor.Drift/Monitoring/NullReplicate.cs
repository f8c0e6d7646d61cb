using System.Collections.Immutable;
using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>One simulated monitor without drift: a pseudo-reference of the reference's size, and blocks, both drawn from the reference.</summary>
internal sealed class NullReplicate
{
    private readonly NullPopulation population;
    private readonly int rowsPerBlock;
    private readonly ImmutableArray<int> scales;
    private readonly NullStream stream;
    private readonly Scan scan;
    private readonly WindowSums windows;
    private readonly long[] block;

    public NullReplicate(NullPopulation population, int rowsPerBlock, ImmutableArray<int> scales, KeyedRandom random)
    {
        (this.population, this.rowsPerBlock, this.scales) = (population, rowsPerBlock, scales);
        stream = new NullStream(population, random);
        block = new long[population.Channels.Cells];
        var reference = new long[block.Length];
        stream.DrawReference(population.Rows, reference);
        scan = new Scan(population.Channels, reference);
        windows = new WindowSums(block.Length, scales[^1], scales.AsSpan());
        for (var warmUp = 1; warmUp < scales[^1]; warmUp++)
        {
            Advance();
        }
    }

    /// <summary>The scores of the next blocks.</summary>
    /// <param name="blocks">How many.</param>
    /// <param name="matches">For each scale the matched distributions.</param>
    public double[] Scores(int blocks, ChiSquaredMatch[][] matches)
    {
        var scores = new double[blocks];
        for (var i = 0; i < blocks; i++)
        {
            Advance();
            for (var scale = 0; scale < scales.Length; scale++)
            {
                scores[i] = scan.Score(windows[scale], windows.Rows(scale), matches[scale], scores[i]);
            }
        }

        return scores;
    }

    /// <summary>Adds each statistic of the next blocks, and its square, to sums by level and track.</summary>
    public void AddMoments(int blocks, double[] sums, double[] squares)
    {
        var tracks = population.Channels.Channels.Length * Scan.Statistics;
        var part = new long[block.Length];
        for (var i = 0; i < blocks; i++)
        {
            Advance();
            for (var level = 0; level < scales.Length + NullModel.LevelsBelow; level++)
            {
                var rows = NullModel.RowsOf(level, rowsPerBlock);
                if (level < NullModel.LevelsBelow)
                {
                    stream.Draw(rows, part);
                    AddStatistics(part, rows, sums.AsSpan(level * tracks, tracks), squares.AsSpan(level * tracks, tracks));
                }
                else
                {
                    var window = windows[level - NullModel.LevelsBelow];
                    AddStatistics(window, rows, sums.AsSpan(level * tracks, tracks), squares.AsSpan(level * tracks, tracks));
                }
            }
        }
    }

    private void Advance()
    {
        stream.Draw(rowsPerBlock, block);
        windows.Push(windows.Total, block, rowsPerBlock);
    }

    private void AddStatistics(ReadOnlySpan<long> window, long rows, Span<double> sums, Span<double> squares)
    {
        for (var track = 0; track < sums.Length; track++)
        {
            var value = scan.Of(track % Scan.Statistics, track / Scan.Statistics, window, rows) ?? 0;
            sums[track] += value;
            squares[track] += value * value;
        }
    }
}
