using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

public sealed class TerminalFormatterTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 1, 1, 14, 5, 9, TimeSpan.Zero));

    [Fact]
    public void A_line_has_time_level_message_and_event() =>
        Assert.Matches(@"^14:05:09 (\e\[33m)?warn (\e\[0m)? Incident 7 raised: concept \[1006\]\n$", Format(LogLevel.Warning, "Incident 7 raised: concept", null));

    [Fact]
    public void What_went_wrong_follows_on_lines_of_its_own()
    {
        var lines = Format(LogLevel.Critical, "Role join has failed", new InvalidOperationException("broken")).Split('\n');
        Assert.EndsWith("Role join has failed [1006]", lines[0], StringComparison.Ordinal);
        Assert.Contains("broken", lines[1], StringComparison.Ordinal);
    }

    private string Format(LogLevel level, string message, Exception? exception)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new TerminalFormatter(time).Write(new LogEntry<string>(level, "category", 1006, message, exception, (state, _) => state), null, text);
        return text.ToString();
    }
}
