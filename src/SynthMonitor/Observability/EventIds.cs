namespace SynthMonitor.Observability;

/// <summary>
/// Where the event ids of each area begin; each area has a hundred. Ids are stable: people search and alert on
/// them. An id that is no longer used is not given to another event.
/// </summary>
public static class EventIds
{
    /// <summary>Kafka: 100 … 199.</summary>
    public const int Kafka = 100;

    /// <summary>Role ingest: 200 … 299.</summary>
    public const int Ingest = 200;

    /// <summary>Role join: 300 … 399.</summary>
    public const int Join = 300;

    /// <summary>Role analyze: 400 … 499.</summary>
    public const int Analyze = 400;

    /// <summary>Role respond: 500 … 599.</summary>
    public const int Respond = 500;

    /// <summary>HTTP: 600 … 699.</summary>
    public const int Api = 600;

    /// <summary>Configuration: 700 … 799.</summary>
    public const int Configuration = 700;

    /// <summary>The daemon as a whole and its commands: 800 … 899.</summary>
    public const int Commands = 800;

    /// <summary>The demonstration: 900 … 999.</summary>
    public const int Demo = 900;

    /// <summary>The daemon itself.</summary>
    public const int Hosting = 1000;
}
