using System.Text.Json;
using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Valid = """
        kafka: { bootstrapServers: "localhost:9092" }
        monitors:
          - name: loans
            reference: loans.smref
            task: { kind: binary, positive: "1" }
            features: { topic: loans.features, key: id, time: ts, score: score }
            labels: { topic: loans.labels, key: id, time: ts, label: approved, horizon: 7d }
            block: 5m
            falseAlarms: 1 per 30d

        """;

    private readonly SampleFiles files = new();

    [Fact]
    public async Task A_valid_configuration_passes()
    {
        var run = await CommandRun.Of("validate", "--config", files.Write("c.yaml", Valid));
        Assert.Empty(run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("valid, 1 monitor", run.Output);
    }

    [Fact]
    public async Task All_errors_are_told_at_once_with_their_lines()
    {
        var path = files.Write("c.yaml", Valid.Replace("block: 5m", "blok: 5m").Replace("positive: \"1\"", "positive: \"1\", threshold: 7"));
        var run = await CommandRun.Of("validate", "--config", path);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.True(run.ErrorLines.Length >= 2);
        Assert.Contains(run.ErrorLines, line => line.StartsWith($"{path}:5:", StringComparison.Ordinal) && line.Contains("threshold"));
        Assert.Contains(run.ErrorLines, line => line.StartsWith($"{path}:8:", StringComparison.Ordinal) && line.Contains("blok"));
    }

    [Fact]
    public async Task A_missing_file_is_bad_input()
    {
        var run = await CommandRun.Of("validate", "--config", files.Path("none.yaml"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("none.yaml", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task The_schema_of_the_configuration_is_JSON()
    {
        var run = await CommandRun.Of("config-schema");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(JsonValueKind.Object, run.Json.GetProperty("properties").GetProperty("monitors").ValueKind);
    }

    public void Dispose() => files.Dispose();
}
