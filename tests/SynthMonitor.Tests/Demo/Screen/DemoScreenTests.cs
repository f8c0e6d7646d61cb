using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;
using SynthMonitor.Demo;
using SynthMonitor.Demo.Screen;

namespace SynthMonitor.Tests.Demo.Screen;

/// <summary>The drawing of a demo in place.</summary>
[Collection(PreparedDemoGroup.Name)]
public sealed class DemoScreenTests(PreparedDemo demo) : IDisposable
{
    private readonly TestConsole console = new TestConsole().Width(100).Height(30).Interactive();
    private readonly FakeTimeProvider time = new();

    public void Dispose() => console.Dispose();

    [Fact]
    public async Task It_draws_what_is_prepared_then_the_stream_to_its_end()
    {
        var state = new DemoState();
        var screen = New(state);
        screen.Report("calibrating");
        var stream = new TaskCompletionSource();
        var show = screen.ShowAsync(stream.Task, TestContext.Current.CancellationToken);
        Assert.Contains("calibrating", console.Output, StringComparison.Ordinal);
        screen.Begin(demo.World);
        state.Fed(400, 0, 0);
        time.Advance(TimeSpan.FromSeconds(1));
        stream.SetResult();
        await show;
        Assert.Contains("0 of 20,000 rows", console.Output, StringComparison.Ordinal);
        Assert.Contains("lag 400", console.Output, StringComparison.Ordinal);
        Assert.Contains(demo.World.Change, console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_is_stopped_or_fails_ends_the_drawing_and_throws_nothing_there()
    {
        using var stopping = new CancellationTokenSource();
        var stream = new TaskCompletionSource();
        var show = New(new DemoState()).ShowAsync(stream.Task, stopping.Token);
        await stopping.CancelAsync();
        stream.SetException(new InvalidOperationException("join: broken"));
        await show;
        await Assert.ThrowsAsync<InvalidOperationException>(() => stream.Task);
    }

    private DemoScreen New(DemoState state) => new(console, state, PreparedDemo.Options, new Uri("http://127.0.0.1:1/"), time);
}
