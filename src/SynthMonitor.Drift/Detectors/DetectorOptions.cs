namespace SynthMonitor.Drift.Detectors;

/// <summary>What a detector is to be like: immutable, validated, and able to create it.</summary>
public abstract record DetectorOptions
{
    /// <summary>Everything that is wrong with these options; empty where nothing is.</summary>
    public abstract IEnumerable<string> Validate();

    /// <summary>A detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public abstract IStreamDetector Create();

    private protected static IEnumerable<string> AtLeast(int least, int value, string name) =>
        Require(value >= least, $"{name}: {value}; expected at least {least}");

    private protected static IEnumerable<string> Between(double above, double below, double value, string name) =>
        Require(value > above && value < below, $"{name}: {value}; expected more than {above} and less than {below}");

    private protected static IEnumerable<string> Positive(double value, string name) => Between(0, double.PositiveInfinity, value, name);

    private protected static IEnumerable<string> Require(bool holds, string error) => holds ? [] : [error];
}
