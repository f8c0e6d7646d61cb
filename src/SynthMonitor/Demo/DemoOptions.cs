using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Demo;

/// <summary>What a demo shows.</summary>
/// <param name="Data">A table file to stream, or null for the built-in loan applications.</param>
/// <param name="Target">The target of the file.</param>
/// <param name="Ignored">Columns of the file that the model must not see.</param>
/// <param name="ReferenceRows">The first rows, for the champion and the reference; null for a default that fits the stream.</param>
/// <param name="Drift">What changes, and from which streamed row on.</param>
/// <param name="Rows">Rows to stream; null for all, or without end.</param>
/// <param name="Rate">Rows a second; null for as fast as they are judged.</param>
/// <param name="Seed">Chooses everything that is random.</param>
/// <param name="Port">The port of the status page; null for 8080 or, where that is taken, any free one.</param>
internal sealed record DemoOptions(
    string? Data, string? Target, IReadOnlyList<string> Ignored, int? ReferenceRows, DriftInjection Drift, long? Rows, double? Rate, ulong Seed, int? Port);
