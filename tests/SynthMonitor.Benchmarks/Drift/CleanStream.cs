using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>One column of numbers without drift, value by value.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Next">The next value, of the random numbers, the value before it and the row.</param>
internal sealed record CleanStream(string Name, CleanStream.Step Next)
{
    private const double Memory = 0.7;
    private const int Period = 500;

    public delegate double Step(ref KeyedRandom random, double last, long row);

    /// <summary>Independent normal values.</summary>
    public static CleanStream Independent { get; } = new("independent", (ref random, _, _) => random.NextNormal());

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<CleanStream> All { get; } =
    [
        Independent,
        new("AR(1), 0.7", (ref random, last, _) => (Memory * last) + random.NextNormal()),
        new("sine, period 500 rows", (ref random, _, row) => Math.Sin(2 * Math.PI * (row % Period) / Period) + (0.25 * random.NextNormal())),
    ];
}
