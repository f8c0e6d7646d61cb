namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>What a field is to the synthetic quality score.</summary>
public enum FieldType
{
    /// <summary>No values.</summary>
    Empty,

    /// <summary>Two distinct values of any kind.</summary>
    Binary,

    /// <summary>Few distinct values.</summary>
    Categorical,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Texts that hardly repeat: not compared.</summary>
    Text,
}
