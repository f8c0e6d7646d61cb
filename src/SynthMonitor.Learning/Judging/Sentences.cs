using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>The words of reasons.</summary>
internal static class Sentences
{
    /// <summary>A gain with its interval.</summary>
    public static string Gain(GainInterval gain) => $"gain {gain.Value:+0.0000;-0.0000} ({gain.Lower:+0.0000;-0.0000} … {gain.Upper:+0.0000;-0.0000})";

    /// <summary>A candidate against the champion.</summary>
    public static string Compare(Metric metric, Standing candidate, Scores champion, int rows) =>
        $"{candidate.Name}: {metric.Text()} {candidate.Scores[metric]:F4} against the champion's {champion[metric]:F4} on {rows} real rows, {Gain(candidate.Gain!)}";
}
