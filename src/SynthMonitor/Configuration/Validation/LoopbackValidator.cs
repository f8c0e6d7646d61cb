using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>Without credentials nothing listens beyond loopback.</summary>
internal sealed class LoopbackValidator : IConfigurationValidator
{
    /// <inheritdoc/>
    public void Validate(SynthMonitorConfiguration configuration, ReadContext context)
    {
        if (context.IsValid("http.listen") && !configuration.Http.Listen.IsLoopback)
        {
            context.Fail(
                "http.listen",
                $"'{configuration.Http.Listen.Host}' is reachable from elsewhere, and there are no credentials; "
                + "expected 127.0.0.1, [::1] or localhost");
        }
    }
}
