using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo.Screen;

/// <summary>What a demo's screen shows at one moment.</summary>
internal sealed record DemoFrame
{
    /// <summary>How many of the last blocks are shown.</summary>
    public const int MostBlocks = 1000;

    /// <summary>Since the demo was started.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What was said before the stream began, such as what is being prepared; the last of it is being done.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What changes in the stream, in words; null while it is being prepared.</summary>
    public string? Change { get; init; }

    /// <summary>How far the stream is; null while it is being prepared.</summary>
    public StreamProgress? Stream { get; init; }

    /// <summary>The version of the model in production.</summary>
    public string Champion { get; init; } = "";

    /// <summary>Windows of the last blocks, by block.</summary>
    public IReadOnlyList<WindowRecord> Windows { get; init; } = [];

    /// <summary>Incidents at their last revision, in the order in which they were raised.</summary>
    public IReadOnlyList<IncidentRecord> Incidents { get; init; } = [];

    /// <summary>Steps of responses, in order.</summary>
    public IReadOnlyList<EventRecord> Events { get; init; } = [];

    /// <summary>The first blocks that promoted models were judged in; an incident of before ends there at the latest.</summary>
    public IReadOnlyList<long> Takeovers =>
    [
        .. Events.Where(record => record.Step == ResponseStep.Promoted)
            .Select(promotion => Windows.Where(window => window.Epoch > promotion.Epoch).Select(window => (long?)window.Block).Min())
            .OfType<long>(),
    ];

    /// <summary>Now, by the clock that events are stamped with.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The last line: where the page is, how to stop.</summary>
    public required string Footer { get; init; }
}
