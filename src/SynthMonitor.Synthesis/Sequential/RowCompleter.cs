using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Fills the empty cells of rows by likelihood weighting: some candidates for each row, in which the given cells are set and the others
/// drawn, weigh as much as the given cells are probable in them; one is chosen by its weight.
/// </summary>
internal sealed class RowCompleter
{
    private const int Candidates = 32;
    private const ulong ValueStream = 1;
    private const ulong ChoiceStream = 1UL << 34;

    private readonly SequentialGenerator generator;
    private readonly ModelledColumn[] columns;
    private readonly SampleRequest request;
    private readonly RowCounter counter;
    private readonly Table partial;
    private readonly ColumnSink[] sinks;
    private readonly RowMaker maker;
    private readonly RowDrawer drawer;
    private readonly RowRule[] rules;
    private readonly CompletedCells cells;
    private readonly byte[][] given;

    /// <summary>Creates a completer.</summary>
    public RowCompleter(SequentialGenerator generator, ModelledColumn[] columns, Table partial, SampleRequest request, RowCounter counter)
    {
        this.generator = generator;
        this.columns = columns;
        this.partial = partial;
        this.request = request;
        this.counter = counter;
        drawer = new RowDrawer(columns, request.Seed, 0);
        sinks = [.. columns.Select(column => column.Values.NewSink(generator.Schema[column.Position], partial.Rows))];
        cells = new CompletedCells(generator.Schema, partial, new SinkCells(columns, sinks));
        maker = new RowMaker(columns, generator.Schema, drawer, sinks, generator.Rules, request.Seed, 0, cells);
        rules = [.. generator.Rules.All];
        var codes = new Codebook([.. columns.Select(column => column.Values.Codes)]).Encode(partial);
        given = [.. Enumerable.Range(0, columns.Length).Select(column => codes[column].ToArray())];
    }

    /// <summary>Fills every row.</summary>
    public Table Complete(CancellationToken cancellation)
    {
        var present = columns.Select(PresentOnly).ToArray();
        ParallelLoop.Run((partial.Rows + Group - 1) / Group, request.Threads, group =>
        {
            var block = new RowBlock(columns.Length);
            var start = group * Group;
            var rows = Math.Min(Group, partial.Rows - start);
            DrawCandidates(block, start, rows, present);
            for (var row = start; row < start + rows; row++)
            {
                Choose(block, row, (row - start) * Candidates);
            }

            counter.Add(rows);
        }, cancellation);
        return cells.ToTable(generator, request);
    }

    private static int Group => RowBlock.MaximumRows / Candidates;

    private bool IsGiven(int row, int column) => cells.IsGiven(row, columns[column].Position);

    /// <summary>Everything but missing values, or everything where there is nothing else.</summary>
    private static UnitSet[] PresentOnly(ModelledColumn column)
    {
        var counts = column.Values.Counts;
        var hasValues = counts.Skip(Code.Below).Any(count => count > 0);
        return [.. counts.Select((_, code) => hasValues && code < Code.Below ? UnitSet.Empty : UnitSet.All)];
    }

    private void DrawCandidates(RowBlock block, int start, int rows, UnitSet[][] present)
    {
        block.Begin(rows * Candidates);
        long[] keys = [.. Enumerable.Range(0, block.Count).Select(candidate => (long)start * Candidates + candidate)];
        for (var column = 0; column < columns.Length; column++)
        {
            var before = block.Weights[..block.Count];
            drawer.DrawColumn(block, column, keys, RowDrawer.FirstParticleStream, present[column]);
            for (var candidate = 0; candidate < block.Count; candidate++)
            {
                var row = start + candidate / Candidates;
                block[candidate][column] = IsGiven(row, column) ? given[column][row] : block[candidate][column];
            }

            columns[column].Model.Judge(block, column);
            for (var candidate = 0; candidate < block.Count; candidate++)
            {
                var row = start + candidate / Candidates;
                if (IsGiven(row, column))
                {
                    // A value that the generator has never seen says nothing about the others.
                    var isKnown = columns[column].Values.Counts[given[column][row]] > 0;
                    block.Weights[candidate] = before[candidate] * (isKnown ? block.Probabilities[candidate] : 1);
                }
            }
        }
    }

    /// <summary>Tries candidates in the order of a weighted draw until one can meet the constraints.</summary>
    private void Choose(RowBlock block, int row, int first)
    {
        var weights = block.Weights.AsSpan(first, Candidates).ToArray();
        for (var attempt = 0; attempt < Candidates; attempt++)
        {
            var random = new KeyedRandom(request.Seed, (ulong)row, (ulong)attempt, ChoiceStream);
            var chosen = Pick(weights, random.NextDouble());
            if (TrySet(block, first + chosen, row, attempt))
            {
                return;
            }

            weights[chosen] = 0;
        }

        throw new InputException(
            null, row + 1, null, "empty cells that no values can fill such that the constraints hold", "given cells that leave room for that");
    }

    private bool TrySet(RowBlock block, int candidate, int row, int attempt)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            if (!IsGiven(row, column))
            {
                var position = new KeyedRandom(request.Seed, (ulong)row, (ulong)columns[column].Position, ValueStream).NextDouble();
                sinks[column].Set(row, block[candidate][column], position);
            }
        }

        foreach (var rule in rules.Where(rule => !rule.Holds(cells, row)))
        {
            var last = Array.FindLastIndex(columns, column => rule.Positions.Contains(column.Position) && !cells.IsGiven(row, column.Position));
            if (last < 0 || !maker.Mend(block, candidate, row, last, [rule], attempt, null))
            {
                return false;
            }
        }

        return Array.TrueForAll(rules, rule => rule.Holds(cells, row));
    }

    private static int Pick(double[] weights, double position)
    {
        var left = position * weights.Sum();
        for (var candidate = 0; candidate < weights.Length; candidate++)
        {
            left -= weights[candidate];
            if (left < 0)
            {
                return candidate;
            }
        }

        return (int)(position * weights.Length);
    }
}
