using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

public sealed class LoggingTests
{
    [Theory]
    [InlineData(true, TerminalFormatter.FormatterName)]
    [InlineData(false, ConsoleFormatterNames.Json)]
    public void Logs_go_to_standard_error_as_lines_on_a_terminal_and_as_JSON_elsewhere(bool terminal, string formatter)
    {
        using var services = Services(terminal);
        var options = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value;

        Assert.Equal(formatter, options.FormatterName);
        Assert.Equal(LogLevel.Trace, options.LogToStandardErrorThreshold);
        Assert.IsType<ConsoleLoggerProvider>(Assert.Single(services.GetServices<ILoggerProvider>()));
    }

    [Fact]
    public void What_the_framework_says_of_each_request_is_left_out()
    {
        using var services = Services(terminal: false);
        var loggers = services.GetRequiredService<ILoggerFactory>();

        Assert.False(loggers.CreateLogger("Microsoft.AspNetCore.Hosting").IsEnabled(LogLevel.Information));
        Assert.True(loggers.CreateLogger("Microsoft.AspNetCore.Hosting").IsEnabled(LogLevel.Warning));
        Assert.True(loggers.CreateLogger("SynthMonitor.Ingest").IsEnabled(LogLevel.Information));
    }

    private static ServiceProvider Services(bool terminal) =>
        new ServiceCollection().AddLogging(logging => logging.AddSynthMonitorConsole(terminal)).BuildServiceProvider();
}
