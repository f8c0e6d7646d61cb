using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Draws rows that meet conditions, a block at a time so that memory stays bounded: candidates by <see cref="ParticleCloud"/> until they
/// amount to enough independent ones, a choice among them, and then for each chosen one afresh the columns behind the last condition and
/// the values inside all cells.
/// </summary>
internal sealed class ConditionalSampler(
    ModelledColumn[] columns,
    Schema schema,
    RowDrawer drawer,
    RowMaker maker,
    RowRounds rounds,
    SampleRequest request,
    RowCounter counter,
    CancellationToken cancellation)
{
    private const int BlockRows = 8192;
    private const int MaximumFactor = 64;
    private const int FewestBeforeRefusal = 1 << 17;
    private const ulong ChoiceStream = 1UL << 32;

    /// <summary>Draws the rows of a stratum.</summary>
    /// <returns>To how many independent rows they amount.</returns>
    /// <exception cref="InputException">No row can meet the conditions together.</exception>
    public double Draw(Stratum stratum)
    {
        var effective = 0.0;
        for (var start = 0; start < stratum.Rows.Length; start += BlockRows)
        {
            var rows = stratum.Rows.AsMemory(start, Math.Min(BlockRows, stratum.Rows.Length - start));
            effective += DrawBlock(stratum, rows, start / BlockRows);
        }

        return effective;
    }

    private double DrawBlock(Stratum stratum, ReadOnlyMemory<int> rows, int block)
    {
        var stream = RowDrawer.FirstParticleStream + (ulong)stratum.Index;
        var cloud = new ParticleCloud(drawer, columns.Length, stratum.Allowed, stream, (long)block << 32, request.Threads);
        Gather(cloud, rows.Length);
        if (cloud.TotalWeight == 0)
        {
            throw NoSupport(stratum, stream);
        }

        var chosen = cloud.Choose(rows.Length, new KeyedRandom(request.Seed, (ulong)block, stream, ChoiceStream));
        var chosenOf = rows.ToArray().Zip(chosen).ToDictionary();
        rounds.Run(rows.ToArray(), (pending, round, failures) =>
        {
            if (round > 0)
            {
                foreach (var row in pending)
                {
                    chosenOf[row] = cloud.Pick(new KeyedRandom(request.Seed, (ulong)(request.FirstRow + row), stream, ChoiceStream + (ulong)round).NextDouble());
                }
            }

            BlockLoop.Run(pending.Length, columns.Length, request.Threads, (rowBlock, start, count) =>
            {
                var own = pending[start..(start + count)];
                for (var i = 0; i < count; i++)
                {
                    cloud[chosenOf[own[i]]].CopyTo(rowBlock[i]);
                }

                maker.Make(rowBlock, own, stratum.Allowed.Reach, round, stratum.Allowed, failures);
            }, cancellation);
            counter.Add(round == 0 ? pending.Length : 0);
        });
        return Math.Min(cloud.EffectiveSize, rows.Length);
    }

    /// <summary>Adds candidates until they amount to twice the rows, or all weigh the same, or there are very many.</summary>
    private void Gather(ParticleCloud cloud, int rows)
    {
        for (var count = rows; ; count *= 2)
        {
            cloud.Grow(count, cancellation);
            var isEnough = cloud.EffectiveSize >= Math.Min(2.0 * rows, count * (1 - 1e-9));
            var isMost = count >= Math.Max(MaximumFactor * (long)rows, FewestBeforeRefusal);
            if (isEnough || isMost)
            {
                return;
            }
        }
    }

    /// <summary>Leaves out every condition without which there is still no support; what is left is the combination to name.</summary>
    private InputException NoSupport(Stratum stratum, ulong stream)
    {
        var kept = stratum.Allowed.Restricted.ToList();
        foreach (var column in kept.ToArray())
        {
            var fewer = kept.Where(other => other != column).ToList();
            if (fewer.Count > 0 && !HasSupport(stratum.Allowed.Only(fewer), stream))
            {
                kept = fewer;
            }
        }

        var names = string.Join(", ", kept.Select(column => schema[columns[column].Position].Name));
        var conditions = string.Join(" together with ", kept.Select(column => stratum.Reasons[column]));
        return new InputException(
            null, null, names, $"no row can be made with {conditions}", "conditions that occur together in the rows that were learnt from");
    }

    private bool HasSupport(Restrictions allowed, ulong stream)
    {
        var cloud = new ParticleCloud(drawer, columns.Length, allowed, stream, 0, request.Threads);
        for (var count = 1024; count <= FewestBeforeRefusal && cloud.TotalWeight == 0; count *= 8)
        {
            cloud.Grow(count, cancellation);
        }

        return cloud.TotalWeight > 0;
    }
}
