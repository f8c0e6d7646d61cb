using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>respond</c>.</summary>
internal static class RespondKeys
{
    private const string Unserved = "which is not served yet";

    /// <summary>The section.</summary>
    public static Section<RespondConfiguration> Section { get; } = new(
        new(),
        new Key<RespondConfiguration, int>(
            new BlocksType(0, 1_000_000), respond => respond.CooldownBlocks, (respond, value) => respond with { CooldownBlocks = value })
        {
            Name = "cooldown",
            Effect = ChangeEffect.Live,
            Documentation = "how long after a verdict no incident starts another response",
        },
        new Key<RespondConfiguration, TimeSpan>(
            new SpanType(TimeSpan.FromMinutes(1), TimeSpan.FromDays(3660)),
            respond => respond.TrainingWindow,
            (respond, value) => respond with { TrainingWindow = value })
        {
            Name = "trainingWindow",
            Effect = ChangeEffect.NeedsRestart,
            Documentation = "the span of event time before an incident that models are trained on",
        },
        new Key<RespondConfiguration, int>(
            new IntegerType(100, 100_000_000), respond => respond.MinimumLabels, (respond, value) => respond with { MinimumLabels = value })
        {
            Name = "minimumLabels",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "how many labelled rows since the onset are waited for before training",
        },
        new Key<RespondConfiguration, double>(
            new NumberType(0.1, 0.5), respond => respond.Holdout, (respond, value) => respond with { Holdout = value })
        {
            Name = "holdout",
            Effect = ChangeEffect.NeedsRestart,
            Documentation = "the share of the labelled rows since the onset, the newest, that judge the candidates",
        },
        new Key<RespondConfiguration, ResponseBackend>(
            new ChoiceType<ResponseBackend>(("kubernetesJob", Unserved), ("manifest", Unserved), ("webhook", Unserved)),
            respond => respond.Backend,
            (respond, value) => respond with { Backend = value })
        {
            Name = "backend",
            Effect = ChangeEffect.NeedsRestart,
            Documentation = "where models are trained",
        });
}
