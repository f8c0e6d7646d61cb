namespace SynthMonitor.Configuration;

/// <summary>A text that is never shown: only <see cref="Reveal"/> gives it, to whom it is meant for.</summary>
/// <param name="value">The text.</param>
public sealed class Secret(string value) : IEquatable<Secret>
{
    /// <summary>The text itself. Never pass it to a log, a metric or an error.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(value, other.Reveal(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value);

    /// <summary>Stars, whatever the text.</summary>
    public override string ToString() => "***";
}
