using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Patterns;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>A generator that draws a row column by column, each from its distribution given the columns before it.</summary>
internal sealed class SequentialGenerator : IGenerator
{
    private readonly ModelledColumn[] columns;
    private readonly ImmutableSortedDictionary<int, ColumnPattern> patterns;

    /// <summary>Creates a generator.</summary>
    public SequentialGenerator(
        string method,
        string? fallbackReason,
        Schema schema,
        ModelledColumn[] columns,
        ImmutableSortedDictionary<int, ColumnPattern> patterns)
    {
        Method = method;
        FallbackReason = fallbackReason;
        Schema = schema;
        this.columns = columns;
        this.patterns = patterns;
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

    /// <summary>Creates a generator from what it learnt.</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="fallbackReason">Why a simpler method was taken than the one asked for, or null.</param>
    /// <param name="encoded">The table.</param>
    /// <param name="models">A model for each modelled column.</param>
    public static SequentialGenerator Create(
        string method, string? fallbackReason, EncodedTable encoded, IReadOnlyList<IColumnModel> models) => new(
        method,
        fallbackReason,
        encoded.Schema,
        [.. models.Select((model, column) => new ModelledColumn(encoded.Positions[column], encoded.Values[column], model))],
        encoded.Patterns);

    /// <inheritdoc/>
    public SampledRows Draw(SampleRequest request, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Rows, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.FirstRow, nameof(request));
        var drawer = new RowDrawer(columns, request.Seed, request.FirstRow);
        ColumnSink[] sinks = [.. columns.Select(column => column.Values.NewSink(Schema[column.Position], request.Rows))];
        var counter = new RowCounter(progress);
        double effective = request.Rows;
        if (request.Conditions is { Conditions.Length: > 0 } conditions && request.Rows > 0)
        {
            var sampler = new ConditionalSampler(columns, Schema, drawer, sinks, request, counter, cancellation);
            effective = Stratum.Of(conditions, columns, Schema, request).Sum(sampler.Draw);
        }
        else
        {
            DrawFreely(drawer, sinks, request, counter, cancellation);
        }

        return new SampledRows(ToTable(sinks, request), effective);
    }

    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => SequentialFormat.Write(writer, this);

    private void DrawFreely(RowDrawer drawer, ColumnSink[] sinks, SampleRequest request, RowCounter counter, CancellationToken cancellation)
    {
        var free = Restrictions.None(columns.Length);
        BlockLoop.Run(request.Rows, columns.Length, request.Threads, (block, start, count) =>
        {
            long[] keys = [.. Enumerable.Range(start, count)];
            drawer.DrawCodes(block, 0, columns.Length, keys, RowDrawer.CodeStream, free);
            for (var i = 0; i < count; i++)
            {
                drawer.SetValues(block[i], start + i, free, sinks);
            }

            counter.Add(count);
        }, cancellation);
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
            made[position] = pattern.Make(Schema[position], request, position);
        }

        return new Table([.. made]);
    }
}
