using System.Globalization;
using SynthMonitor.Data;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>A drift to inject into a stream.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="Row">The first changed row: a 0-based position among the rows streamed after the reference.</param>
public sealed record DriftInjection(DriftKind Kind, long Row)
{
    private const string Expected = "KIND@ROW such as concept@40000 or new-slice@20000, or none "
        + "(KIND: covariate, concept, new-slice, label-shift; ROW: the first changed row after the reference, counted from 0)";

    /// <summary>No drift.</summary>
    public static DriftInjection None { get; } = new(DriftKind.None, 0);

    /// <summary>Reads <c>KIND@ROW</c> or <c>none</c>.</summary>
    /// <exception cref="InputException">The text is neither.</exception>
    public static DriftInjection Parse(string text)
    {
        var parts = text.Split('@');
        var kind = parts[0] switch
        {
            "none" => DriftKind.None,
            "covariate" => DriftKind.Covariate,
            "concept" => DriftKind.Concept,
            "new-slice" => DriftKind.NewSlice,
            "label-shift" => DriftKind.LabelShift,
            _ => (DriftKind?)null,
        };
        return (kind, parts) switch
        {
            (DriftKind.None, [_]) => None,
            ({ } named, [_, var row]) when long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var first) =>
                named == DriftKind.None ? None : new(named, first),
            _ => throw new InputException(null, null, null, $"drift '{text}'", Expected),
        };
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Kind switch
    {
        DriftKind.None => "none",
        DriftKind.NewSlice => $"new-slice@{Row}",
        DriftKind.LabelShift => $"label-shift@{Row}",
        _ => $"{Kind.ToString().ToLowerInvariant()}@{Row}",
    };
}
