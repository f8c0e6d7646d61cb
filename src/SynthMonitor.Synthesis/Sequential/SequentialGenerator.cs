using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Gates;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Patterns;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>A generator that draws a row column by column, each from its distribution given the columns before it.</summary>
internal sealed class SequentialGenerator : IGenerator
{
    private const int JudgedRows = 4096;

    private readonly ModelledColumn[] columns;
    private readonly ImmutableSortedDictionary<int, ColumnPattern> patterns;

    /// <summary>Creates a generator.</summary>
    public SequentialGenerator(
        string method,
        string? fallbackReason,
        Schema schema,
        ModelledColumn[] columns,
        ImmutableSortedDictionary<int, ColumnPattern> patterns,
        RowRules rules)
    {
        Method = method;
        FallbackReason = fallbackReason;
        Schema = schema;
        this.columns = columns;
        this.patterns = patterns;
        Rules = rules;
    }

    /// <inheritdoc/>
    public Schema Schema { get; }

    /// <inheritdoc/>
    public string Method { get; }

    /// <inheritdoc/>
    public string? FallbackReason { get; }

    /// <summary>The modelled columns, in the order in which they are drawn.</summary>
    public IReadOnlyList<ModelledColumn> Columns => columns;

    /// <summary>By position in the schema, the patterns of the columns that are not modelled.</summary>
    public ImmutableSortedDictionary<int, ColumnPattern> Patterns => patterns;

    /// <summary>What rows must be like.</summary>
    public RowRules Rules { get; }

    /// <summary>Creates a generator from what it learnt.</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="fallbackReason">Why a simpler method was taken than the one asked for, or null.</param>
    /// <param name="table">The rows that it learnt from.</param>
    /// <param name="encoded">The same, encoded.</param>
    /// <param name="models">A model for each modelled column.</param>
    /// <param name="options">What it was told.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The rows break a constraint.</exception>
    public static SequentialGenerator Create(
        string method,
        string? fallbackReason,
        Table table,
        EncodedTable encoded,
        IReadOnlyList<IColumnModel> models,
        GeneratorOptions options,
        CancellationToken cancellation)
    {
        ModelledColumn[] columns =
            [.. models.Select((model, column) => new ModelledColumn(encoded.Positions[column], encoded.Values[column], model))];
        var declared = options.Constraints ?? ConstraintSet.Empty;
        var learnt = RowRules.Learn(table, encoded, declared);
        int[] judged = [.. Enumerable.Range(0, table.Rows).Where(row => row % ((table.Rows + JudgedRows - 1) / JudgedRows) == 0)];
        var gate = RowGate.Of(
            table,
            new RowHash(table.Schema, [.. encoded.Positions.Order()]),
            RowJudge.LogProbabilities(columns, encoded.Codes, judged, options.Threads, cancellation),
            RowJudge.LogProbabilitiesOfDraws(columns, JudgedRows, options.Threads, cancellation));
        return new SequentialGenerator(
            method, fallbackReason, encoded.Schema, columns, encoded.Patterns, new RowRules(declared, learnt, gate));
    }

    /// <inheritdoc/>
    public SampledRows Draw(SampleRequest request, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Rows, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.FirstRow, nameof(request));
        var drawer = new RowDrawer(columns, request.Seed, request.FirstRow);
        ColumnSink[] sinks = [.. columns.Select(column => column.Values.NewSink(Schema[column.Position], request.Rows))];
        var maker = new RowMaker(columns, Schema, drawer, sinks, Rules, request.Seed, request.FirstRow);
        var rounds = new RowRounds(Rules, Schema, maker.Cells);
        var counter = new RowCounter(progress);
        double effective = request.Rows;
        if (request.Conditions is { Conditions.Length: > 0 } conditions && request.Rows > 0)
        {
            var sampler = new ConditionalSampler(columns, Schema, drawer, maker, rounds, request, counter, cancellation);
            effective = Stratum.Of(conditions, columns, Schema, request).Sum(sampler.Draw);
        }
        else
        {
            DrawFreely(maker, rounds, request, counter, cancellation);
        }

        return new SampledRows(ToTable(sinks, request), effective, rounds.Report);
    }

    /// <inheritdoc/>
    public Table Complete(
        Table partial, ulong seed, int? threads = null, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        new RowCompleter(this, columns, partial, new SampleRequest(partial.Rows, seed, Threads: threads), new RowCounter(progress))
            .Complete(cancellation);

    /// <inheritdoc/>
    public double[] LogProbabilities(Table rows, int? threads = null, CancellationToken cancellation = default)
    {
        var codes = new Codebook([.. columns.Select(column => column.Values.Codes)]).Encode(rows);
        byte[][] byColumn = [.. Enumerable.Range(0, columns.Length).Select(column => codes[column].ToArray())];
        return RowJudge.LogProbabilities(columns, byColumn, [.. Enumerable.Range(0, rows.Rows)], threads, cancellation);
    }

    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => SequentialFormat.Write(writer, this);

    private void DrawFreely(RowMaker maker, RowRounds rounds, SampleRequest request, RowCounter counter, CancellationToken cancellation)
    {
        var free = Restrictions.None(columns.Length);
        rounds.Run([.. Enumerable.Range(0, request.Rows)], (pending, round, failures) =>
            BlockLoop.Run(pending.Length, columns.Length, request.Threads, (block, start, count) =>
            {
                maker.Make(block, pending[start..(start + count)], 0, round, free, failures);
                counter.Add(round == 0 ? count : 0);
            }, cancellation));
    }

    private Table ToTable(ColumnSink[] sinks, SampleRequest request)
    {
        var made = new Column[Schema.Columns.Length];
        for (var column = 0; column < sinks.Length; column++)
        {
            made[columns[column].Position] = sinks[column].ToColumn();
        }

        foreach (var (position, pattern) in patterns)
        {
            var expression = Rules.Declared.Constraints.OfType<PatternConstraint>().FirstOrDefault(constraint => constraint.Column == position)?.Pattern;
            made[position] = pattern.Make(Schema[position], request, position, expression);
        }

        return new Table([.. made]);
    }
}
