namespace SynthMonitor.Demo;

/// <summary>Where a demo is shown. What it is told before it begins is what is being prepared.</summary>
internal interface IDemoStage : IProgress<string>
{
    /// <summary>Everything is prepared: rows follow.</summary>
    void Begin(DemoWorld world);

    /// <summary>Shows the stream until it has ended, failed or been stopped; throws nothing of its own.</summary>
    Task ShowAsync(Task stream, CancellationToken cancellation);
}
