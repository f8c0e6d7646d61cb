using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SynthMonitor.Reports;

/// <summary>
/// An interpolated string that becomes <see cref="Html"/>: what the source says is markup, what fills its holes is text and is escaped, unless
/// it is markup already. Numbers are written in the invariant culture. Attributes must stand in double quotes.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder builder;

    /// <summary>Begins; called by the compiler.</summary>
    public HtmlTemplate(int literalLength, int formattedCount) => builder = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>What was written.</summary>
    public string Markup => builder.ToString();

    /// <summary>Writes what the source says.</summary>
    public void AppendLiteral(string markup) => builder.Append(markup);

    /// <summary>Writes markup.</summary>
    public void AppendFormatted(Html markup) => builder.Append(markup.ToString());

    /// <summary>Writes pieces of markup one after another.</summary>
    public void AppendFormatted(IEnumerable<Html> markup) => builder.Append(Html.Join(markup).ToString());

    /// <summary>Writes text.</summary>
    public void AppendFormatted(string? text) => builder.Append(Encoder.Encode(text ?? ""));

    /// <summary>Writes a number or a time.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : struct, IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));
}
