using System.Globalization;
using SynthMonitor.Data;

namespace SynthMonitor.Commands.Check;

/// <summary>How large a block is: a number of rows, or a span of time.</summary>
/// <param name="Rows">The number of rows, or null.</param>
/// <param name="Span">The span of time, or null.</param>
internal readonly record struct BlockSize(int? Rows, TimeSpan? Span)
{
    /// <summary>Reads a size such as <c>200</c> (rows) or <c>1d</c>.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static BlockSize Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0)
        {
            return new(rows, null);
        }

        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
        return unit > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new(null, TimeSpan.FromSeconds((double)count * unit))
            : throw new InputException(null, null, null, $"--block '{text}'", "a number of rows such as 200, or a span of time such as 30m, 12h or 1d");
    }
}
