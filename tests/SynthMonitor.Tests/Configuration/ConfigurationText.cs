using System.Text;
using SynthMonitor.Configuration;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Tests.Configuration;

/// <summary>Configurations to test with.</summary>
internal static class ConfigurationText
{
    /// <summary>The example of the documentation.</summary>
    public const string Example =
        """
        kafka: { bootstrapServers: "localhost:9092", topicPrefix: "synthmonitor.", properties: { security.protocol: PLAINTEXT } }
        http: { listen: "http://127.0.0.1:8080" }
        registry: { path: ./models }
        monitors:
          - name: loans
            reference: loans.smref            # made by `profile`
            task: { kind: binary, positive: "1", threshold: 0.5, metric: auc }
            features: { topic: loans.features, key: id, time: ts, score: score, modelVersion: version, lateness: 1m, columns: { income: applicant.income } }
            labels: { topic: loans.labels, key: id, time: ts, label: approved, horizon: 7d, lateness: 1h }
            block: 5m
            falseAlarms: 1 per 30d
            respond: { cooldown: 12 blocks, trainingWindow: 30d, backend: inProcess }
        """;

    /// <summary>The least that a configuration can say.</summary>
    public const string Least =
        """
        kafka:
          bootstrapServers: kafka:9092
        monitors:
          - name: loans
            reference: loans.smref
            task: { kind: binary }
            features: { topic: loans.features, key: id }
        """;

    /// <summary>Reads a text as the file <c>/etc/synthmonitor/c.yaml</c>.</summary>
    public static ConfigurationResult Parse(string text, params (string Name, string Value)[] environment) => ConfigurationLoader.Parse(
        Encoding.UTF8.GetBytes(text),
        "/etc/synthmonitor/c.yaml",
        new TextResolver(
            name => environment.FirstOrDefault(variable => variable.Name == name).Value,
            path => path == "/run/secrets/password" ? "from the file\n" : throw new FileNotFoundException("no such file", path)));

    /// <summary>Reads a text that must be valid.</summary>
    public static SynthMonitorConfiguration Valid(string text)
    {
        var result = Parse(text);
        Assert.Empty(result.Errors);
        return result.Configuration!;
    }

    /// <summary>The example with one piece of its text replaced.</summary>
    public static string With(string piece, string replacement)
    {
        Assert.Contains(piece, Example, StringComparison.Ordinal);
        return Example.Replace(piece, replacement, StringComparison.Ordinal);
    }

    /// <summary>The errors of a text, one line each, without the file.</summary>
    public static string[] Errors(string text) =>
        [.. Parse(text).Errors.Select(error => error.ToString().Replace("/etc/synthmonitor/c.yaml", "c.yaml", StringComparison.Ordinal))];
}
