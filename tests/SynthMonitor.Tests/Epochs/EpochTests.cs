using System.Text.Json;
using SynthMonitor.Epochs;

namespace SynthMonitor.Tests.Epochs;

/// <summary>The description of an epoch.</summary>
public sealed class EpochTests
{
    [Fact]
    public void The_drift_monitor_works_by_the_epochs_own_settings()
    {
        var epoch = SampleEpoch.Loaded.Epoch with { FalseAlarmsPerBlock = 0.25, RowsPerBlock = 70, MinimumRows = 11 };
        Assert.Equal((0.25, 70, 11), (epoch.MonitorOptions.Budget.PerBlock, epoch.MonitorOptions.RowsPerBlock, epoch.MonitorOptions.MinimumRows));
        Assert.DoesNotContain("MonitorOptions", JsonSerializer.Serialize(epoch), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Epochs_that_differ_in_anything_differ_in_their_bytes()
    {
        var epoch = SampleEpoch.Loaded.Epoch;
        Epoch[] others =
        [
            epoch with { Number = 2 }, epoch with { Seed = 2 }, epoch with { ChunkRecords = 64 }, epoch with { Model = "v2" }, epoch with { Labels = null },
            epoch with { Features = epoch.Features with { Columns = epoch.Features.Columns.Add("x", "y") } },
        ];
        Assert.Equal(others.Length + 1, others.Append(epoch).Select(other => JsonSerializer.Serialize(other)).Distinct().Count());
    }
}
