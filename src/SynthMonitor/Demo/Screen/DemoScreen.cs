using Spectre.Console;
using Spectre.Console.Rendering;
using SynthMonitor.Backends;

namespace SynthMonitor.Demo.Screen;

/// <summary>A demo drawn on a terminal, ten times a second, in place.</summary>
/// <param name="console">The terminal.</param>
/// <param name="state">What has happened.</param>
/// <param name="options">What is streamed.</param>
/// <param name="page">Where the status page is.</param>
/// <param name="time">Measures time.</param>
internal sealed class DemoScreen(IAnsiConsole console, DemoState state, DemoOptions options, Uri page, TimeProvider time) : IDemoStage
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Erases what is seen, not what was scrolled away, and draws on from the top.</summary>
    private static readonly ControlCode CleanScreen = new("\e[2J\e[H");

    private readonly long started = time.GetTimestamp();
    private readonly RowRate rate = new(time);
    private readonly Lock gate = new();
    private readonly List<string> notes = [];
    private DemoWorld? world;
    private bool isOver;

    /// <inheritdoc/>
    public void Report(string value)
    {
        lock (gate)
        {
            notes.Add(value);
        }
    }

    /// <inheritdoc/>
    public void Begin(DemoWorld world) => Volatile.Write(ref this.world, world);

    /// <inheritdoc/>
    public Task ShowAsync(Task stream, CancellationToken cancellation) => console.Live(View())
        .Overflow(VerticalOverflow.Crop)
        .Cropping(VerticalOverflowCropping.Bottom)
        .StartAsync(context => DrawAsync(context, stream, cancellation));

    private async Task DrawAsync(LiveDisplayContext context, Task stream, CancellationToken cancellation)
    {
        var width = console.Profile.Width;
        while (!stream.IsCompleted && !cancellation.IsCancellationRequested)
        {
            if (console.Profile.Width != width)
            {
                // Lines that were drawn for another width are broken anew by the terminal.
                width = console.Profile.Width;
                console.Write(CleanScreen);
            }

            context.UpdateTarget(View());
            await Task.WhenAny(stream, Task.Delay(Interval, time, cancellation)).ConfigureAwait(false);
        }

        if (cancellation.IsCancellationRequested)
        {
            // The notice that it stops was written somewhere among the lines of the frame.
            console.Write(CleanScreen);
        }

        await Task.WhenAny(stream).ConfigureAwait(false);
        isOver = true;
        context.UpdateTarget(View());
    }

    private IRenderable View() => DemoView.Of(Frame(), console.Profile.Width, console.Profile.Height);

    private DemoFrame Frame()
    {
        lock (gate)
        {
            var frame = new DemoFrame
            {
                Elapsed = time.GetElapsedTime(started),
                Now = time.GetUtcNow(),
                Notes = [.. notes],
                Footer = isOver ? $"{page}" : $"{page} · Ctrl-C stops",
            };
            return Volatile.Read(ref world) is not { } prepared ? frame : frame with
            {
                Change = prepared.Change,
                Stream = Progress(),
                Champion = NextEpoch.VersionOf(state.Champion ?? prepared.Champion.Digest),
                Windows = state.LastWindows(DemoFrame.MostBlocks),
                Incidents = state.Incidents,
                Events = state.Events,
            };
        }
    }

    private StreamProgress Progress()
    {
        var (fed, counted) = (state.FedRows, state.Features.Consumed);
        return new StreamProgress(fed, counted, options.Rows, rate.Take(counted), DemoWorld.Clock.TimeOf(Math.Max(0, fed - 1)));
    }
}
