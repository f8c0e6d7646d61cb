using System.CommandLine;
using SynthMonitor.Commands;
using SynthMonitor.Console;
using SynthMonitor.Data;

namespace SynthMonitor.Tests.Commands;

public sealed class CommandLineTests
{
    public static TheoryData<string> Names => [.. CommandLine.Commands().Select(command => command.Name)];

    [Fact]
    public async Task Help_lists_every_command()
    {
        var run = await CommandRun.Of("--help");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(CommandLine.Commands(), command => Assert.Contains($"  {command.Name}", run.Output));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_of_every_command_ends_with_examples_that_it_understands(string name)
    {
        var run = await CommandRun.Of(name, "--help");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Examples:", run.Output);
        var command = CommandLine.Commands().Single(command => command.Name == name);
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            Assert.Contains(example.Arguments, run.Output);
            Assert.StartsWith(name, example.Arguments);
            var parsed = new RootCommand { CommandLine.Commands().Single(command => command.Name == name) }.Parse(example.Arguments.Split(" > ")[0]);
            Assert.True(parsed.Errors.Count == 0, $"{example.Arguments}: {string.Join(' ', parsed.Errors)}");
        });
    }

    [Fact]
    public async Task Unknown_command_is_bad_usage_and_the_near_one_is_named()
    {
        var run = await Of(new Sample(() => 0), "sampel");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(["unknown command 'sampel'; did you mean 'sample'?"], run.ErrorLines);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Unknown_option_is_bad_usage_and_the_near_one_is_named()
    {
        var run = await Of(new Sample(() => 0), "sample", "--cuont", "3");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(["unknown option '--cuont'; did you mean '--count'?"], run.ErrorLines);
    }

    [Fact]
    public async Task Missing_option_and_value_of_a_wrong_type_are_bad_usage()
    {
        Assert.Equal(["Option '--count' is required"], (await Of(new Sample(() => 0), "sample")).ErrorLines);
        var run = await Of(new Sample(() => 0), "sample", "--count", "many");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(["--count many: expected a whole number of at least 0"], run.ErrorLines);
    }

    [Fact]
    public async Task No_command_is_bad_usage()
    {
        var run = await CommandRun.Of();
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.StartsWith("no command", Assert.Single(run.ErrorLines));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Bad_input_is_one_line_for_each_error()
    {
        var run = await Of(new Sample(() => throw new InputException(
            [new InputException("a.csv", 3, "age", "'x'", "a number"), new InputException("a.csv", 4, "age", "'y'", "a number")])), "sample", "--count", "1");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(["a.csv, line 3, column age: 'x'; expected a number", "a.csv, line 4, column age: 'y'; expected a number"], run.ErrorLines);
    }

    [Fact]
    public async Task Failure_is_one_line_unless_more_is_asked_for()
    {
        static Sample Broken() => new(() => throw new InvalidOperationException("broken\nbadly"));
        var run = await Of(Broken(), "sample", "--count", "1");
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(["failed: broken badly"], run.ErrorLines);
        run = await Of(Broken(), "sample", "--count", "1", "--verbose");
        Assert.Contains(nameof(InvalidOperationException), run.Error);
    }

    [Fact]
    public async Task Interruption_has_its_own_exit_code()
    {
        using var source = new CancellationTokenSource();
        using var error = new StringWriter();
        var sample = new Sample(() =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return 0;
        });
        Assert.Equal(ExitCode.Interrupted, await CommandLine.Run([sample], ["sample", "--count", "1"], TextWriter.Null, error, source.Token));
        Assert.Equal("stopped before the work was done", error.ToString().Trim());
    }

    private static Task<CommandRun> Of(ConsoleCommand command, params string[] arguments) => CommandRun.Of([command], CancellationToken.None, arguments);

    private sealed class Sample : ConsoleCommand
    {
        private readonly Func<int> work;

        public Sample(Func<int> work)
            : base("sample", "A sample.", new Example("Works once", "sample --count 1"))
        {
            this.work = work;
            Add(new Option<ulong>("--count") { Required = true });
        }

        protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation) => Task.FromResult(work());
    }
}
