namespace SynthMonitor.Observability;

/// <summary>
/// Where the event ids of each area begin; each area has a hundred, and one file <c>…Log.cs</c> that defines them. Ids are stable: people
/// search and alert on them. An id that is no longer used is not given to another event.
/// </summary>
public static class EventIds
{
    /// <summary>Configuration: 1000 … 1099.</summary>
    public const int Configuration = 1000;

    /// <summary>HTTP: 1100 … 1199.</summary>
    public const int Api = 1100;

    /// <summary>Kafka: 1200 … 1299.</summary>
    public const int Kafka = 1200;

    /// <summary>Role ingest: 1300 … 1399.</summary>
    public const int Ingest = 1300;

    /// <summary>Role join: 1400 … 1499.</summary>
    public const int Join = 1400;

    /// <summary>Role analyze: 1500 … 1599.</summary>
    public const int Analyze = 1500;

    /// <summary>Role respond: 1600 … 1699.</summary>
    public const int Respond = 1600;

    /// <summary>The daemon as a whole and its commands: 1700 … 1799.</summary>
    public const int Commands = 1700;

    /// <summary>The demonstration: 1800 … 1899.</summary>
    public const int Demo = 1800;
}
