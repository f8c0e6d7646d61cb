namespace SynthMonitor.Synthesis.Generators;

/// <summary>How <see cref="MarginalsGenerator"/> fits.</summary>
public sealed record MarginalsOptions : GeneratorOptions;
