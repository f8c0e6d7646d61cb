namespace SynthMonitor.Data.Schemas;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Real numbers.</summary>
    Numeric,

    /// <summary>Whole numbers that a double holds exactly (at most 2^53 in magnitude).</summary>
    Integer,

    /// <summary>Two values, held as 0 and 1.</summary>
    Boolean,

    /// <summary>One of a limited set of names.</summary>
    Categorical,

    /// <summary>Instants, held as milliseconds since 1970-01-01T00:00:00Z.</summary>
    Datetime,

    /// <summary>Free text or an identifier: kept, but never coded, modelled or copied into synthetic rows.</summary>
    Text,
}
