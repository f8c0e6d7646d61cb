namespace SynthMonitor.Data;

/// <summary>A number that may be undefined: then it has a reason instead of a value, and enters no aggregate.</summary>
public readonly record struct Estimate
{
    private readonly string? reason;

    private Estimate(double? value, string? reason)
    {
        Value = value;
        this.reason = reason;
    }

    /// <summary>The value, or null where it is undefined.</summary>
    public double? Value { get; }

    /// <summary>Why there is no value, or null where there is one.</summary>
    public string? Reason => Value is null ? reason ?? "not computed" : null;

    /// <summary>Whether there is a value.</summary>
    public bool IsDefined => Value is not null;

    /// <summary>An estimate with a value.</summary>
    /// <param name="value">Anything but NaN; infinite where the quantity is.</param>
    /// <exception cref="ArgumentException">The value is NaN.</exception>
    public static Estimate Of(double value) =>
        double.IsNaN(value) ? throw new ArgumentException("NaN is no estimate: say why it is undefined", nameof(value)) : new(value, null);

    /// <summary>An estimate without a value.</summary>
    /// <param name="reason">Why, in words for people.</param>
    public static Estimate Undefined(string reason) => new(null, reason);

    /// <inheritdoc/>
    public override string ToString() => Value is { } value ? value.ToString("G6") : $"undefined: {Reason}";
}
