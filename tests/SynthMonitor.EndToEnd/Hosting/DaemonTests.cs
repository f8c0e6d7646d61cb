using System.Globalization;
using SynthMonitor.EndToEnd.Kafka;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>The daemon as it is deployed: the program's own processes on real Kafka.</summary>
public sealed class DaemonTests(KafkaBroker broker)
{
    /// <summary>Blocks that end before the last row less the lateness.</summary>
    private const int Blocks = (LoanStream.Rows / LoanStream.RowsPerBlock) - 1;

    [Fact]
    public void Roles_in_processes_of_their_own_say_what_one_process_says_whatever_is_killed()
    {
        using var alone = new DaemonRun(broker.BootstrapServers);
        alone.Feed();
        var single = alone.Start();
        alone.WaitForBlocks(Blocks, withOutcomes: true);
        alone.Wait(() => IsConserved(single));
        alone.Wait(() => HasEnded(alone.Results()));
        Assert.True(single.Terminate() == 0, single.Output);
        var expected = alone.Results();
        Assert.InRange(expected.Incidents.Min(incident => incident.RaisedBlock), LoanStream.ChangeBlock, LoanStream.ChangeBlock + 5);
        Assert.Contains(expected.Incidents, incident => incident is { Diagnosis: "concept", Mature: true });

        using var split = new DaemonRun(broker.BootstrapServers);
        var processes = new[] { "ingest", "ingest", "join", "analyze", "respond", "api" }.Select(role => (Role: role, Process: split.Start(role))).ToArray();
        split.Feed(rate: 300, meanwhile: () =>
        {
            for (var victim = 0; victim < processes.Length; victim++)
            {
                split.WaitForBlocks(4 + (victim * 6));
                processes[victim].Process.Kill();
                processes[victim].Process = split.Start(processes[victim].Role);
            }
        });
        split.WaitForBlocks(Blocks, withOutcomes: true);
        split.Wait(() => IsConserved(processes[3].Process));
        split.Wait(() => HasEnded(split.Results()));
        foreach (var (role, process) in processes)
        {
            Assert.True(process.Terminate() == 0, $"{role}:\n{process.Output}");
        }

        var actual = split.Results();
        var end = Math.Min(expected.FirstBlockOfNextEpoch, actual.FirstBlockOfNextEpoch);
        Assert.True(end > LoanStream.ChangeBlock + 4, "the comparison must reach beyond the change");
        Assert.Equal(expected.WindowsBefore(end), actual.WindowsBefore(end));
        Assert.Equal(expected.IncidentsBefore(end), actual.IncidentsBefore(end));
        Assert.All(
            actual.Events.Where(record => record.Step == ResponseStep.Promoted).GroupBy(record => record.Trigger),
            trigger => Assert.Single(trigger.Select(record => record.Digests!["model"]).Distinct()));
    }

    /// <summary>Whether every trigger that was confirmed has been judged, or has failed.</summary>
    private static bool HasEnded(DaemonResults results)
    {
        var ended = results.Events.Where(record => record.Step is ResponseStep.Judged or ResponseStep.Failed).Select(record => record.Trigger).ToHashSet();
        return results.Events.Where(record => record.Step == ResponseStep.Confirmed).All(record => ended.Contains(record.Trigger));
    }

    /// <summary>
    /// Whether the ledger has taken every record of both sources, each in exactly one way. A second epoch takes those of its first chunks
    /// again.
    /// </summary>
    private static bool IsConserved(DaemonProcess process)
    {
        var records = Records(process);
        long Of(string outcome) => records.GetValueOrDefault(outcome);
        return Of("consumed") >= 2 * LoanStream.Rows && Of("consumed") == Of("accepted") + Of("late") + Of("rejected") + Of("dead_lettered");
    }

    private static Dictionary<string, long> Records(DaemonProcess process)
    {
        using var client = new HttpClient();
        var metrics = client.GetStringAsync($"http://127.0.0.1:{process.Port}/metrics", TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return metrics.Split('\n')
            .Where(line => line.StartsWith("synthmonitor_records_total{", StringComparison.Ordinal))
            .ToDictionary(
                line => line.Split("outcome=\"")[1].Split('"')[0],
                line => (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
