namespace SynthMonitor.Synthesis.Conditions;

/// <summary>What a <see cref="ConditionToken"/> is.</summary>
internal enum ConditionTokenKind
{
    /// <summary>A value.</summary>
    Value,

    /// <summary><c>,</c> between two alternatives.</summary>
    Comma,

    /// <summary><c>..</c> between the ends of a range.</summary>
    Range,

    /// <summary><c>:</c> before the share.</summary>
    Colon,

    /// <summary><c>!</c> before the values that are not allowed.</summary>
    Not,
}
