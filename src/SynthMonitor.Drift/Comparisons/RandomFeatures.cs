using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// Random Fourier features (Rahimi and Recht 2007) of coded rows: <c>√2 cos(ω·x + b)</c>, where x holds for each column of ordered cells the
/// standardised middle rank of its cell and for each other cell an indicator. Each feature looks at one to three columns only, so that
/// dependence between a few columns shows and is not drowned by the rest. On codes, ω·x is a sum of one table look-up per column.
/// </summary>
internal sealed class RandomFeatures
{
    /// <summary>The number of features.</summary>
    public const int Count = 256;

    private const int MostColumns = 3;

    private readonly (int Column, float[] Values)[][] terms = new (int, float[])[Count][];
    private readonly float[] phases = new float[Count];

    /// <summary>Draws features.</summary>
    /// <param name="channels">The columns.</param>
    /// <param name="seed">Another seed gives other features.</param>
    public RandomFeatures(IReadOnlyList<ComparedChannel> channels, ulong seed)
    {
        for (var feature = 0; feature < Count; feature++)
        {
            var random = new KeyedRandom(seed, (ulong)feature);
            phases[feature] = (float)(2 * Math.PI * random.NextDouble());
            var columns = Enumerable.Range(0, channels.Count).ToArray();
            random.Shuffle(columns.AsSpan());
            var used = Math.Min(channels.Count, 1 + random.Next(MostColumns));
            terms[feature] = new (int, float[])[used];
            for (var i = 0; i < used; i++)
            {
                var compared = channels[columns[i]];
                terms[feature][i] = (compared.Channel.Column, TermsOf(compared, ref random));
            }
        }
    }

    /// <summary>The features of one row.</summary>
    public void Of(CodeTable rows, int row, Span<float> features)
    {
        for (var feature = 0; feature < Count; feature++)
        {
            var sum = phases[feature];
            foreach (var (column, values) in terms[feature])
            {
                sum += values[rows[column][row]];
            }

            features[feature] = MathF.Sqrt(2) * MathF.Cos(sum);
        }
    }

    private static float[] TermsOf(ComparedChannel compared, ref KeyedRandom random)
    {
        var (channel, cells) = (compared.Channel, new float[compared.Channel.Cells]);
        var frequency = random.NextNormal();
        var isOrdered = channel.IsOrdered;
        double rows = Math.Max(1, compared.Reference.Sum());
        double below = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var isRanked = isOrdered && cell >= Channel.Unordered;
            var rank = (below + (compared.Reference[cell] / 2.0)) / rows;
            cells[cell] = (float)(isRanked ? frequency * Math.Sqrt(12) * (rank - 0.5) : random.NextNormal());
            below += isRanked ? compared.Reference[cell] : 0;
        }

        var values = new float[256];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            values[channel.Codes[cell]] = cells[compared.CellFor(cell)];
        }

        return values;
    }
}
