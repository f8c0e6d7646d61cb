namespace SynthMonitor.Reports;

/// <summary>What the two samples of a picture are called.</summary>
/// <param name="First">The one that is drawn as a line.</param>
/// <param name="Second">The one that is drawn as bars.</param>
/// <param name="MarksMoved">Whether moved cells of the second one are marked.</param>
internal sealed record SampleNames(string First, string Second, bool MarksMoved = true)
{
    /// <summary>Explains the marks of <see cref="Histogram"/> and <see cref="BarList"/>.</summary>
    public Html Legend => Html.Of(
        $"""
        <p class="legend soft">
        <span><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><path class="first" d="M0 5H10"/></svg> {First}</span>
        <span><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="second" width="10" height="10"/></svg> {Second}</span>
        {(MarksMoved ? Html.Of($"""<span><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="second moved" width="10" height="7"/><rect class="mark" y="8" width="10" height="2"/></svg> {Second}, moved</span>""") : default)}
        </p>
        """);
}
