using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Validation;

/// <summary>Each rule that concerns more than one key has a configuration that breaks it, and nothing else.</summary>
public sealed class ValidatorTests
{
    [Theory]
    [InlineData("listen: \"http://127.0.0.1:8080\"", "listen: \"http://[::]:8080\"", "http.listen: '[::]' is reachable from elsewhere")]
    [InlineData(
        "listen: \"http://127.0.0.1:8080\"",
        "listen: \"http://example.org:80\"",
        "http.listen: 'example.org' is reachable from elsewhere")]
    [InlineData("topic: loans.labels", "topic: loans.features", "monitors[0].labels.topic: 'loans.features', the topic of the features")]
    [InlineData(
        "topic: loans.labels",
        "topic: synthmonitor.rows",
        "monitors[0].labels.topic: 'synthmonitor.rows' begins with kafka.topicPrefix")]
    [InlineData("score: score, ", "", "monitors[0].features.score: is missing while there are labels")]
    [InlineData("    labels: {", "    #", "monitors[0].respond: there are no labels")]
    [InlineData(
        "1 per 30d",
        "1 per 5m",
        "monitors[0].falseAlarms: '1 per 5m' is 1 false alarms a block; expected more than 0 and at most 1 in 2 blocks")]
    [InlineData("1 per 30d", "0 per 30d", "monitors[0].falseAlarms: '0 per 30d' is 0 false alarms a block")]
    [InlineData(
        "trainingWindow: 30d",
        "trainingWindow: 4m",
        "monitors[0].respond.trainingWindow: 4m, less than a block; expected at least 5m")]
    [InlineData(
        "security.protocol: PLAINTEXT",
        "group.id: mine",
        "kafka.properties.group.id: cannot be set: each epoch has a consumer group")]
    [InlineData("security.protocol: PLAINTEXT", "acks: 1", "kafka.properties.acks: cannot be set: producers keep the order without gaps")]
    public void A_breach_is_told_with_its_place(string piece, string wrong, string message)
    {
        var error = Assert.Single(Errors(With(piece, wrong)));

        Assert.Matches("^c\\.yaml:[0-9]+:[0-9]+: ", error);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_monitors_of_one_name_are_told()
    {
        const string second = "\n  - name: loans\n    reference: b\n    task: { kind: binary }\n    features: { topic: b, key: id }\n";
        var errors = Errors(Least + second);

        Assert.Equal(["c.yaml:8:11: monitors[1].name: 'loans', as monitors[0] is named; expected another name"], errors);
    }

    [Fact]
    public void A_rule_says_nothing_about_keys_that_could_not_be_read() =>
        Assert.Equal("'5 minutes'", Assert.Single(Errors(With("block: 5m", "block: 5 minutes"))).Split("block: ")[1].Split(';')[0]);

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://127.9.9.9:80")]
    public void Any_loopback_address_will_do(string address) => Valid(With("http://127.0.0.1:8080", address));

    [Fact]
    public void Budgets_may_count_blocks() => Valid(With("1 per 30d", "1 per 5000 blocks"));
}
