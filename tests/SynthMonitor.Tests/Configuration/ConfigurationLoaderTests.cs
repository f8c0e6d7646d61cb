using System.Text;
using SynthMonitor.Configuration;
using SynthMonitor.Data;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration;

public sealed class ConfigurationLoaderTests
{
    [Fact]
    public void The_example_is_read_whole()
    {
        var configuration = Valid(Example);

        Assert.Equal("localhost:9092", configuration.Kafka.BootstrapServers);
        Assert.Equal("PLAINTEXT", configuration.Kafka.Properties["security.protocol"].Reveal());
        Assert.Equal(8080, configuration.Http.Listen.Port);
        Assert.Equal("/etc/synthmonitor/models", configuration.Registry.Path);
        var monitor = Assert.Single(configuration.Monitors);
        Assert.Equal("/etc/synthmonitor/loans.smref", monitor.Reference);
        Assert.Equal(new TaskConfiguration { Positive = "1", Threshold = 0.5 }, monitor.Task);
        Assert.Equal("applicant.income", monitor.Features.Columns["income"]);
        Assert.Equal(TimeSpan.FromMinutes(1), monitor.Features.Lateness);
        Assert.Equal(TimeSpan.FromDays(7), monitor.Labels!.Horizon);
        Assert.Equal(TimeSpan.FromMinutes(5), monitor.Block);
        Assert.Equal("1 per 30d", monitor.FalseAlarms);
        Assert.Equal(new RespondConfiguration { CooldownBlocks = 12, TrainingWindow = TimeSpan.FromDays(30) }, monitor.Respond);
    }

    [Fact]
    public void What_is_absent_has_the_default_of_its_record()
    {
        var configuration = Valid(Least);
        var monitor = Assert.Single(configuration.Monitors);

        Assert.Equal(new HttpConfiguration(), configuration.Http);
        Assert.Equal("/etc/synthmonitor/models", configuration.Registry.Path);
        Assert.Equal("/etc/synthmonitor/state", configuration.State.Path);
        Assert.Equal(
            new MonitorConfiguration
            {
                Name = "loans", Reference = "/etc/synthmonitor/loans.smref", Task = new(), Features = monitor.Features,
            },
            monitor);
        Assert.Null(monitor.Features.Time);
    }

    [Fact]
    public void All_errors_are_told_at_once_in_the_order_of_the_file()
    {
        const string text =
            """
            kafka: { bootstrapServers: localhost }
            http: { listen: "http://0.0.0.0:8080" }
            monitors:
              - name: Loans
                reference: loans.smref
                task: { kind: multiclass, treshold: 0.5 }
                features: { topic: a, key: id, lateness: 1 minute }
                blok: 5m
                chunk: "4096"
              - reference: other.smref
                task: { kind: binary, threshold: 2 }
                features: [ topic ]
            """;

        Assert.Equal(
            [
                "c.yaml:1:28: kafka.bootstrapServers: 'localhost'; expected brokers such as kafka-1:9092,kafka-2:9092",
                "c.yaml:2:17: http.listen: '0.0.0.0' is reachable from elsewhere, and there are no credentials; "
                    + "expected 127.0.0.1, [::1] or localhost",
                "c.yaml:4:11: monitors[0].name: 'Loans'; expected a name of a-z, 0-9, '-', '_' and '.', at most 64",
                "c.yaml:6:19: monitors[0].task.kind: 'multiclass', which the daemon does not serve yet "
                    + "(the commands train and tournament do); expected `binary`",
                "c.yaml:6:31: monitors[0].task.treshold: unknown key; did you mean 'threshold'?",
                "c.yaml:7:46: monitors[0].features.lateness: '1 minute'; expected a span such as 90s, 5m, 1h or 7d, 0s … 30d",
                "c.yaml:8:5: monitors[0].blok: unknown key; did you mean 'block'?",
                "c.yaml:9:12: monitors[0].chunk: the text '4096'; expected an integer, 256 … 65536",
                "c.yaml:10:5: monitors[1].name: is missing; expected the monitor's name, which no other monitor has",
                "c.yaml:11:38: monitors[1].task.threshold: '2'; expected a number, 0 … 1",
                "c.yaml:12:15: monitors[1].features: a list; expected a section",
            ],
            Errors(text));
    }

    [Theory]
    [InlineData("", "c.yaml: an empty file; expected the sections kafka and monitors")]
    [InlineData("# only a comment\n", "c.yaml: an empty file; expected the sections kafka and monitors")]
    [InlineData("- a\n- b\n", "c.yaml: a list; expected the sections kafka and monitors")]
    [InlineData("kafka\n", "c.yaml: 'kafka'; expected the sections kafka and monitors")]
    public void A_file_without_sections_is_one_error(string text, string error) => Assert.Equal([error], Errors(text));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_an_error()
    {
        var result = ConfigurationLoader.Parse([0x6b, 0xff, 0xfe], "c.yaml");

        Assert.Equal("c.yaml: bytes that are not UTF-8; expected a text file in UTF-8", Assert.Single(result.Errors).ToString());
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_do_no_harm() => Valid("\uFEFF" + Example.ReplaceLineEndings("\r\n"));

    [Fact]
    public void A_file_beyond_a_mebibyte_is_refused()
    {
        var result = ConfigurationLoader.Parse(Encoding.UTF8.GetBytes(new string('#', 1 << 21)), "c.yaml");

        Assert.Equal("c.yaml: 2097152 bytes; expected at most 1048576", Assert.Single(result.Errors).ToString());
    }

    [Fact]
    public void A_missing_file_is_an_error_like_any_other()
    {
        var result = ConfigurationLoader.Load("/nowhere/c.yaml");

        Assert.Equal("/nowhere/c.yaml: no such file; expected a file", Assert.Single(result.Errors).ToString());
        var thrown = Assert.Throws<InputException>(result.Require);
        Assert.Equal("/nowhere/c.yaml: no such file; expected a file", thrown.Message);
    }
}
