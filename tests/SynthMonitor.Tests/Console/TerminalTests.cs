using Spectre.Console;
using SynthMonitor.Console;

namespace SynthMonitor.Tests.Console;

public sealed class TerminalTests : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public void Results_go_to_standard_output_and_notes_to_standard_error()
    {
        var terminal = new Terminal(output, error);
        terminal.Line("[42] rows");
        terminal.Note("a note");
        Assert.Equal("[42] rows\n", output.ToString());
        Assert.Equal("a note\n", error.ToString());
    }

    [Fact]
    public void Results_for_people_make_room_for_JSON()
    {
        var terminal = new Terminal(output, error, outputIsJson: true);
        terminal.Line("42 rows");
        terminal.Write(new Table().AddColumn("name").AddRow("age"));
        Assert.Empty(output.ToString());
        Assert.StartsWith("42 rows\n", error.ToString());
        Assert.Contains("age", error.ToString());
    }

    [Fact]
    public void Progress_is_silent_where_standard_error_is_no_terminal()
    {
        var terminal = new Terminal(output, error);
        var result = terminal.Progress("counting", progress =>
        {
            progress.Report(0.5);
            return 7;
        });
        Assert.Equal(7, result);
        Assert.Empty(output.ToString());
        Assert.Empty(error.ToString());
    }
}
