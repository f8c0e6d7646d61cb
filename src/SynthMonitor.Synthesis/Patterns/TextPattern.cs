using System.Text.RegularExpressions;
using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Patterns;

/// <summary>
/// Text made up from the shapes of the values that were seen (such as <c>TX-000000</c>), or, where they have no common shapes, from
/// meaningless words of their lengths. Values that were seen are avoided; where a column is a key, values are unique as well.
/// </summary>
internal sealed class TextPattern : ColumnPattern
{
    private const int Attempts = 200;

    private readonly double missingShare;
    private readonly TextShape[] shapes;
    private readonly WordLengths words;
    private readonly SeenTexts seen;

    private TextPattern(double missingShare, TextShape[] shapes, WordLengths words, SeenTexts seen)
    {
        this.missingShare = missingShare;
        this.shapes = shapes;
        this.words = words;
        this.seen = seen;
    }

    /// <summary>Learns the pattern of a column.</summary>
    public static TextPattern Fit(NameColumn column)
    {
        var texts = Enumerable.Range(0, column.Rows).Select(row => column[row]).OfType<string>().ToArray();
        var shapes = TextShape.Common(texts);
        return new TextPattern(
            column.Rows == 0 ? 0 : 1 - (double)texts.Length / column.Rows,
            shapes,
            WordLengths.Of(shapes.Length == 0 ? texts : []),
            SeenTexts.Of(shapes.Length == 0 ? [] : texts));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TextPattern Read(PayloadReader reader)
    {
        var missingShare = reader.ReadDouble();
        var shapes = new TextShape[reader.ReadCountOf(1)];
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = TextShape.Read(reader);
        }

        return new TextPattern(missingShare, shapes, WordLengths.Read(reader), SeenTexts.Read(reader));
    }

    /// <inheritdoc/>
    public override Column Make(ColumnSchema schema, SampleRequest request, int position, Regex? expression = null)
    {
        var builder = new NameColumnBuilder(schema);
        var made = schema.Role == ColumnRole.Key ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var row = 0; row < request.Rows; row++)
        {
            var random = new KeyedRandom(request.Seed, (ulong)(request.FirstRow + row), (ulong)position);
            builder.Add(random.NextDouble() < missingShare ? null : Draw(ref random, made, schema, expression));
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    public override void Write(PayloadWriter writer)
    {
        writer.WriteDouble(missingShare);
        writer.WriteCount(shapes.Length);
        foreach (var shape in shapes)
        {
            shape.Write(writer);
        }

        words.Write(writer);
        seen.Write(writer);
    }

    private string Draw(ref KeyedRandom random, HashSet<string>? made, ColumnSchema schema, Regex? expression)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var text = DrawOnce(ref random);
            if (!seen.Contains(text) && expression?.IsMatch(text) != false && made?.Add(text) != false)
            {
                return text;
            }
        }

        if (expression is not null)
        {
            throw new InputException(
                null, null, schema.Name, $"no new text like those that were seen matches '{expression}'", "an expression that leaves room for more");
        }

        // Where every value of the shape is taken, a longer one is not.
        var longer = DrawOnce(ref random);
        do
        {
            longer += (char)('0' + random.Next(10));
        }
        while (seen.Contains(longer) || made?.Add(longer) == false);
        return longer;
    }

    private string DrawOnce(ref KeyedRandom random) => shapes.Length == 0 ? words.Draw(ref random) : TextShape.Draw(shapes, ref random);
}
