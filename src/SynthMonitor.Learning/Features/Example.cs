namespace SynthMonitor.Learning.Features;

/// <summary>A row as ML.NET reads it.</summary>
/// <typeparam name="TLabel">How outcomes are typed: Boolean, key (the position of the class) or number.</typeparam>
internal sealed class Example<TLabel>
    where TLabel : struct
{
    public float[] Features { get; init; } = [];

    public TLabel Label { get; init; }

    public float Weight { get; init; } = 1;
}
