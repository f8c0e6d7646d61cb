using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SynthMonitor.Configuration.Reading;

/// <summary>
/// Composes the nodes of one YAML document from the parser's events, with the place of each. Unlike the parser's own document model it goes
/// on after a key that occurs twice. Anchors and merge keys (<c>&lt;&lt;</c>) work; tags are refused.
/// </summary>
internal sealed class YamlComposer
{
    private const int MaximumDepth = 32;

    private readonly IParser parser;
    private readonly Action<Place, string> report;
    private readonly Dictionary<string, YamlNode> anchors = new(StringComparer.Ordinal);

    private YamlComposer(IParser parser, Action<Place, string> report) => (this.parser, this.report) = (parser, report);

    /// <summary>Composes a document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="report">Receives each error with its place.</param>
    /// <returns>The root; null where the text is empty or not YAML.</returns>
    public static YamlNode? Compose(string text, Action<Place, string> report)
    {
        try
        {
            return new YamlComposer(new Parser(new StringReader(text)), report).Document();
        }
        catch (YamlException exception)
        {
            var (place, message) = YamlFault.Describe(text, exception);
            report(place, message);
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser's own answer where the text ends inside a list or section in brackets.
            report(new(text.Count(character => character == '\n') + 1, 1), "not YAML (the file ends inside brackets)");
            return null;
        }
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Node(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            report(PlaceOf(second), "a second document; expected one document a file");
        }

        return root;
    }

    private YamlNode Node(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested more than {MaximumDepth} deep");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new YamlException(alias.Start, alias.End, $"no anchor '{alias.Value.Value}' before its use");
        }

        var start = parser.Consume<NodeEvent>();
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
        {
            report(PlaceOf(start), "a tag; expected a value without a tag");
        }

        var node = start switch
        {
            Scalar scalar => new YamlScalar(PlaceOf(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => Sequence(PlaceOf(start), depth) as YamlNode,
            _ => Mapping(PlaceOf(start), depth),
        };
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private YamlSequence Sequence(Place place, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new YamlSequence(place, items.ToImmutable());
    }

    private YamlMapping Mapping(Place place, int depth)
    {
        var entries = new YamlEntries(report);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            entries.Add(key, Node(depth + 1));
        }

        return new YamlMapping(place, entries.Merged());
    }

    private static Place PlaceOf(ParsingEvent at) => new(at.Start.Line, at.Start.Column);
}
