using System.Collections.Concurrent;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Gates;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Makes whole rows, values and all, a block column by column. Where a column ends a rule and a row breaks it, the column is drawn again
/// from what the rule allows: together with the rows that did not break it, that is the distribution given the rule. Then the gate judges.
/// </summary>
internal sealed class RowMaker
{
    private const ulong ValueStream = 1;
    private const ulong MendingStream = 1UL << 33;
    private const ulong RoundStreams = 1UL << 40;

    private readonly ModelledColumn[] columns;
    private readonly RowDrawer drawer;
    private readonly ColumnSink[] sinks;
    private readonly RowRule[][] rules;
    private readonly RowGate gate;
    private readonly RowHash hash;
    private readonly ulong seed;
    private readonly long firstRow;

    /// <summary>Creates a maker.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="drawer">Draws codes.</param>
    /// <param name="sinks">For each column where its values are put.</param>
    /// <param name="rules">What must hold.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="firstRow">The number of row 0.</param>
    /// <param name="cells">Where values are read from, if not from the sinks alone.</param>
    public RowMaker(
        ModelledColumn[] columns,
        Schema schema,
        RowDrawer drawer,
        ColumnSink[] sinks,
        RowRules rules,
        ulong seed,
        long firstRow,
        ICells? cells = null)
    {
        this.columns = columns;
        this.drawer = drawer;
        this.sinks = sinks;
        this.rules = rules.ByColumn(columns);
        gate = rules.Gate;
        hash = new RowHash(schema, [.. columns.Select(column => column.Position).Order()]);
        this.seed = seed;
        this.firstRow = firstRow;
        Cells = cells ?? new SinkCells(columns, sinks);
    }

    /// <summary>The values made so far.</summary>
    public ICells Cells { get; }

    /// <summary>Makes the rows of a block.</summary>
    /// <param name="block">The block; the codes of the columns before <paramref name="start"/> are given.</param>
    /// <param name="rows">The numbers of the rows.</param>
    /// <param name="start">The first column to draw.</param>
    /// <param name="round">The round: another one draws from other random numbers.</param>
    /// <param name="allowed">What is allowed in each column.</param>
    /// <param name="failures">Receives the rows that fail.</param>
    public void Make(
        RowBlock block, int[] rows, int start, int round, Restrictions allowed, ConcurrentBag<(int Row, RowFailure Failure)> failures)
    {
        var streams = (ulong)round * RoundStreams;
        long[] keys = [.. rows.Select(row => (long)row)];
        var isBroken = new bool[rows.Length];
        block.Begin(rows.Length);
        for (var column = 0; column < columns.Length; column++)
        {
            if (column >= start)
            {
                drawer.DrawColumn(block, column, keys, RowDrawer.CodeStream + streams, null);
            }

            SetValues(block, rows, column, streams, allowed[column]);
            foreach (var rule in rules[column])
            {
                for (var i = 0; i < rows.Length; i++)
                {
                    if (!isBroken[i] && !rule.Holds(Cells, rows[i]))
                    {
                        isBroken[i] = !Mend(block, i, rows[i], column, rules[column], round, allowed[column]);
                    }
                }
            }

            block.AddLogProbabilities();
        }

        for (var i = 0; i < rows.Length; i++)
        {
            // What conditions ask for may well be improbable.
            RowFailure? failure = isBroken[i] ? RowFailure.Constraint
                : gate.IsCopy(hash.Of(Cells, rows[i])) ? RowFailure.Copy
                : start == 0 && gate.IsImplausible(block.LogProbabilities[i]) ? RowFailure.Implausible
                : null;
            if (failure is { } reason)
            {
                failures.Add((rows[i], reason));
            }
        }
    }

    private void SetValues(RowBlock block, int[] rows, int column, ulong streams, UnitSet[]? allowed)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var code = block.Codes[i * block.Stride + column];
            var position = Random(rows[i], column, ValueStream + streams).NextDouble();
            sinks[column].Set(rows[i], code, allowed is null ? position : allowed[code].At(position));
        }
    }

    /// <summary>Draws a column of a row again such that rules hold.</summary>
    /// <param name="block">The block that holds the row's codes.</param>
    /// <param name="index">The row's place in it.</param>
    /// <param name="row">The row's number.</param>
    /// <param name="column">The column.</param>
    /// <param name="binding">The rules.</param>
    /// <param name="round">The round.</param>
    /// <param name="allowed">What else is allowed in the column, or null.</param>
    /// <returns>Whether that was possible.</returns>
    public bool Mend(RowBlock block, int index, int row, int column, RowRule[] binding, int round, UnitSet[]? allowed)
    {
        var values = columns[column].Values;
        foreach (var rule in binding)
        {
            if (rule.Allowed(Cells, row, columns[column].Position) is not { } set)
            {
                continue;
            }

            if (allowed is null && set is NumberSet { Ranges: [var only] } && only.Minimum.Equals(only.Maximum)
                && sinks[column].TryPlace(row, only.Minimum) is { } placed)
            {
                block.Codes[index * block.Stride + column] = placed;
                block.Probabilities[index] = 1;
                return Array.TrueForAll(binding, other => other.Holds(Cells, row));
            }

            UnitSet[] own = values.Allowed(set);
            allowed = allowed is null ? own : [.. allowed.Zip(own, (mine, its) => mine.Intersect(its))];
        }

        var one = block.One(index);
        var random = Random(row, column, MendingStream + (ulong)round * RoundStreams);
        one.Positions[0] = random.NextDouble();
        allowed ??= [.. Enumerable.Repeat(UnitSet.All, values.Codes.Count)];
        columns[column].Model.Draw(one, column, allowed);
        if (one.Shares[0] <= 0 && !TryDrawFromAll(one, column, allowed))
        {
            return false;
        }

        var code = one.Codes[column];
        block.Codes[index * block.Stride + column] = code;
        block.Probabilities[index] = one.Probabilities[0];
        sinks[column].Set(row, code, allowed[code].At(random.NextDouble()));
        return Array.TrueForAll(binding, other => other.Holds(Cells, row));
    }

    /// <summary>Where the row's own distribution leaves nothing, draws from that of all rows.</summary>
    private bool TryDrawFromAll(RowBlock one, int column, UnitSet[] allowed)
    {
        var all = CodeCounts.Of(columns[column].Values.Counts);
        if (all.Share(allowed) == 0)
        {
            return false;
        }

        one.Codes[column] = all.At(allowed, one.Positions[0]);
        return true;
    }

    private KeyedRandom Random(int row, int column, ulong stream) =>
        new(seed, (ulong)(firstRow + row), (ulong)columns[column].Position, stream);
}
