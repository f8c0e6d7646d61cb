namespace SynthMonitor.Configuration;

/// <summary>How an incident is answered.</summary>
public sealed record RespondConfiguration
{
    /// <summary>How many blocks after a verdict no incident starts another response. 0 … 1,000,000. Default 12.</summary>
    public int CooldownBlocks { get; init; } = 12;

    /// <summary>The span of event time before an incident that models are trained on. 1 m … 3,660 d. Default 30 d.</summary>
    public TimeSpan TrainingWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How many labelled rows since the onset are waited for before training. 100 … 100,000,000. Default 1,000.</summary>
    public int MinimumLabels { get; init; } = 1000;

    /// <summary>The share of the labelled rows since the onset, the newest, that judge the candidates. 0.1 … 0.5. Default 0.3.</summary>
    public double Holdout { get; init; } = 0.3;

    /// <summary>Where models are trained. Default in the process of the role.</summary>
    public ResponseBackend Backend { get; init; } = ResponseBackend.InProcess;
}
