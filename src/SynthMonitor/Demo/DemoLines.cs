using SynthMonitor.Console;

namespace SynthMonitor.Demo;

/// <summary>A demo told line by line, for files, pipes and terminals that cannot be drawn on.</summary>
internal sealed class DemoLines : IDemoStage
{
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly long started;

    public DemoLines(Terminal terminal, DemoState state, TimeProvider time)
    {
        (this.terminal, this.time, started) = (terminal, time, time.GetTimestamp());
        state.Told += text => Report($"row {state.Features.Consumed,7:N0}  {text}");
    }

    /// <inheritdoc/>
    public void Report(string value) => terminal.Note($"{time.GetElapsedTime(started).TotalSeconds,6:F1} s  {value}");

    /// <inheritdoc/>
    public void Begin(DemoWorld world) => Report($"streaming; {world.Change}");

    /// <inheritdoc/>
    public Task ShowAsync(Task stream, CancellationToken cancellation) => Task.WhenAny(stream);
}
