using SynthMonitor.EndToEnd.Kafka;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>The daemon as it is deployed: the program's own processes on real Kafka.</summary>
[Collection("daemon")]
public sealed class DaemonTests(KafkaBroker broker, UninterruptedRun uninterrupted)
{
    [Fact]
    public void One_process_finds_the_change_and_what_kind_it_is()
    {
        var results = uninterrupted.Results;
        Assert.InRange(results.Incidents.Min(incident => incident.RaisedBlock), LoanStream.ChangeBlock, LoanStream.ChangeBlock + 5);
        Assert.Contains(results.Incidents, incident => incident is { Diagnosis: "concept", Mature: true });
    }

    [Fact]
    public void Roles_in_processes_of_their_own_say_what_one_process_says_whatever_is_killed()
    {
        using var run = new DaemonRun(broker.BootstrapServers);
        var processes = new[] { "ingest", "ingest", "join", "analyze", "respond", "api" }.Select(role => (Role: role, Process: run.Start(role))).ToArray();
        run.Feed(rate: 300, meanwhile: () =>
        {
            for (var victim = 0; victim < processes.Length; victim++)
            {
                run.WaitForBlocks(4 + (victim * 6));
                processes[victim].Process.Kill();
                processes[victim].Process = run.Start(processes[victim].Role);
            }
        });
        run.WaitForEnd(processes[3].Process);
        foreach (var (role, process) in processes)
        {
            Assert.True(process.Terminate() == 0, $"{role}:\n{process.Output}");
        }

        var results = run.Results();
        uninterrupted.Results.AssertSame(results);
        Assert.All(
            results.Events.Where(record => record.Step == ResponseStep.Promoted).GroupBy(record => record.Trigger),
            trigger => Assert.Single(trigger.Select(record => record.Digests!["model"]).Distinct()));
    }
}
