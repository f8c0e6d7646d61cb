namespace SynthMonitor.Reports;

/// <summary>Markup that can be written into a page as it is: made of templates alone, whose holes are escaped.</summary>
internal readonly record struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(markup);

    /// <summary>Markup from a template, such as <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>.</summary>
    public static Html Of(HtmlTemplate template) => new(template.Markup);

    /// <summary>Pieces one after another.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <inheritdoc/>
    public override string ToString() => markup ?? "";
}
