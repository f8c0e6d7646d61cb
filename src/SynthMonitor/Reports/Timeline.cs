namespace SynthMonitor.Reports;

/// <summary>Values over blocks: lines, spans that are shaded and upright marks.</summary>
/// <param name="Label">What the picture says, for those who cannot see it.</param>
/// <param name="Length">The number of places from left to right.</param>
/// <param name="Lines">The lines, in the order in which they are drawn.</param>
internal sealed record Timeline(string Label, int Length, IReadOnlyList<TimelineSeries> Lines)
{
    private const int Width = 1000;
    private const int Height = 100;

    /// <summary>The spans to shade, from the start of one place to the end of another.</summary>
    public IReadOnlyList<(int First, int Last)> Shades { get; init; } = [];

    /// <summary>The places at whose end something was raised.</summary>
    public IReadOnlyList<int> Raised { get; init; } = [];

    /// <summary>What stands below the left and the right end, and between.</summary>
    public IReadOnlyList<string> Ticks { get; init; } = [];

    /// <summary>Whether the scale begins at 0; otherwise at the least value.</summary>
    public bool IsFromZero { get; init; } = true;

    /// <summary>The picture; nothing where no line has a value.</summary>
    public Html Picture
    {
        get
        {
            double[] values = [.. Lines.SelectMany(line => line.Values).OfType<double>()];
            if (values.Length == 0)
            {
                return default;
            }

            var (least, most) = (IsFromZero ? Math.Min(0, values.Min()) : values.Min(), values.Max());
            var top = most > least ? most : least + 1;
            double Y(double value) => Height * (0.04 + (0.92 * (top - value) / (top - least)));
            return Html.Of(
                $"""
                <div class="plot">
                <div class="scale soft" aria-hidden="true"><span>{top:G3}</span><span>{least:G3}</span></div>
                <svg class="timeline" viewBox="0 0 {Width} {Height}" preserveAspectRatio="none" role="img" aria-label="{Label}">
                {Shades.Select(span => Html.Of($"""<rect class="shade" x="{X(span.First):F1}" width="{X(span.Last + 1) - X(span.First):F1}" height="{Height}"/>"""))}
                {Raised.Select(place => Html.Of($"""<path class="raised" d="M{X(place + 1):F1} 0V{Height}"/>"""))}
                {Lines.Select(line => PathOf(line, Y))}
                </svg>
                <div class="ticks soft" aria-hidden="true">{Ticks.Select(tick => Html.Of($"<span>{tick}</span>"))}</div>
                </div>
                """);
        }
    }

    private double X(int place) => Width * (double)place / Length;

    // A place without a value interrupts the line; one between two such is drawn as long as it is.
    private Html PathOf(TimelineSeries line, Func<double, double> y)
    {
        var (steps, isDown) = (new List<Html>(), false);
        for (var place = 0; place < line.Values.Count; place++)
        {
            if (line.Values[place] is { } value)
            {
                steps.Add(Html.Of($"{(isDown ? "L" : "M")}{X(place):F1} {y(value):F1}H{X(place + 1):F1}"));
                isDown = true;
            }
            else
            {
                isDown = false;
            }
        }

        return Html.Of($"""<path class="{line.Style}" d="{steps}"/>""");
    }
}
