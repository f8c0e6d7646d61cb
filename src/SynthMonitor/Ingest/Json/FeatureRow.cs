using SynthMonitor.Data.Tables;

namespace SynthMonitor.Ingest.Json;

/// <summary>One decoded feature record; its buffers are used again for the next.</summary>
internal sealed class FeatureRow(int coded, int numbers, int names)
{
    /// <summary>A code for each column of the codebook.</summary>
    public byte[] Codes { get; } = new byte[coded];

    /// <summary>Raw values of the feature columns that are numbers.</summary>
    public double[] Numbers { get; } = new double[numbers];

    /// <summary>Raw values of the feature columns that are names.</summary>
    public string?[] Names { get; } = new string?[names];

    /// <summary>The row's key, UTF-8.</summary>
    public PooledKey Key { get; } = new();

    /// <summary>The event time, milliseconds, or null.</summary>
    public long? Time { get; set; }

    /// <summary>The model's score.</summary>
    public double Score { get; set; }

    /// <summary>The model's version, or empty.</summary>
    public string Model { get; set; } = "";

    /// <summary>How many fields had a wrong type.</summary>
    public int Faults { get; set; }

    public void Clear()
    {
        Codes.AsSpan().Clear();
        Numbers.AsSpan().Fill(Number.Missing);
        Names.AsSpan().Clear();
        Key.Clear();
        Time = null;
        Score = Number.Missing;
        Model = "";
        Faults = 0;
    }
}
