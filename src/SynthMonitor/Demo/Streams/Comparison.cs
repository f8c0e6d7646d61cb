namespace SynthMonitor.Demo.Streams;

/// <summary>How a target compares a column with an operand.</summary>
public enum Comparison
{
    /// <summary><c>&gt;</c></summary>
    Above,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>&lt;</c></summary>
    Below,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    Different,
}
