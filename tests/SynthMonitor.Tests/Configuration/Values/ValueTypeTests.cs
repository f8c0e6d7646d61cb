using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Values;

/// <summary>Each type of value refuses what it cannot be, and says what it expected.</summary>
public sealed class ValueTypeTests
{
    [Theory]
    [InlineData("threshold: 0.5", "threshold: .nan", "'.nan'; expected a number, 0 … 1")]
    [InlineData("threshold: 0.5", "threshold: 1e400", "'1e400'; expected a number, 0 … 1")]
    [InlineData("threshold: 0.5", "threshold: \"0.5\"", "the text '0.5'; expected a number, 0 … 1")]
    [InlineData("threshold: 0.5", "threshold: ", "nothing; expected a number, 0 … 1")]
    [InlineData("threshold: 0.5", "threshold: ~", "nothing; expected a number, 0 … 1")]
    [InlineData("threshold: 0.5", "threshold: [0.5]", "a list; expected a number, 0 … 1")]
    [InlineData("metric: auc", "metric: AUC", "'AUC'; expected `auc` or `logLoss`")]
    [InlineData("positive: \"1\"", "positive: {}", "a section; expected a label")]
    [InlineData("positive: \"1\"", "positive: ''", "the text ''; expected a label")]
    [InlineData("key: id, time: ts, score", "key: 5, time: ts, score", "'5'; expected a field such as id or applicant.income")]
    [InlineData("key: id, time: ts, score", "key: true, time: ts, score", "'true'; expected a field such as id or applicant.income")]
    [InlineData("key: id, time: ts, score", "key: a..b, time: ts, score", "'a..b'; expected a field such as id or applicant.income")]
    [InlineData(
        "topic: loans.labels",
        "topic: loans labels",
        "'loans labels'; expected a topic of letters, digits, '.', '_' and '-', at most 249")]
    [InlineData("topic: loans.labels", "topic: ..", "'..'; expected a topic of letters, digits, '.', '_' and '-', at most 249")]
    [InlineData("horizon: 7d", "horizon: 367d", "'367d'; expected a span such as 90s, 5m, 1h or 7d, 1s … 366d")]
    [InlineData("cooldown: 12 blocks", "cooldown: 12", "'12'; expected a number of blocks such as 12 blocks, 0 … 1000000")]
    [InlineData("cooldown: 12 blocks", "cooldown: 1h", "'1h'; expected a number of blocks such as 12 blocks, 0 … 1000000")]
    [InlineData("backend: inProcess", "backend: webhook", "'webhook', which is not served yet; expected `inProcess`")]
    [InlineData("falseAlarms: 1 per 30d", "falseAlarms: often", "'often'; expected a budget such as 1 per 30d or 1 per 5000 blocks")]
    [InlineData(
        "\"http://127.0.0.1:8080\"",
        "https://127.0.0.1:8080",
        "'https://127.0.0.1:8080'; expected an address such as http://127.0.0.1:8080")]
    [InlineData(
        "\"http://127.0.0.1:8080\"",
        "http://127.0.0.1:8080/a",
        "'http://127.0.0.1:8080/a'; expected an address such as http://127.0.0.1:8080")]
    [InlineData("\"http://127.0.0.1:8080\"", "8080", "'8080'; expected an address such as http://127.0.0.1:8080")]
    [InlineData("columns: { income: applicant.income }", "columns: [ income ]", "a list; expected a section of column: field")]
    public void A_wrong_value_is_told_with_what_was_expected(string piece, string wrong, string message) =>
        Assert.Equal(message, Assert.Single(Parse(With(piece, wrong)).Errors).Message);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("true", "true")]
    [InlineData("\"yes\"", "yes")]
    public void A_label_needs_no_quotes(string written, string label) =>
        Assert.Equal(label, Valid(With("positive: \"1\"", $"positive: {written}")).Monitors[0].Task.Positive);

    [Fact]
    public void A_long_value_is_cut_short_in_an_error()
    {
        var error = Assert.Single(Parse(With("metric: auc", $"metric: {new string('x', 500)}")).Errors);

        Assert.StartsWith($"'{new string('x', 60)}…'; expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_of_monitors_is_refused() => Assert.Equal(
        ["c.yaml:2:11: monitors: an empty list; expected a list of at least one section"],
        Errors("kafka: { bootstrapServers: kafka:9092 }\nmonitors: []\n"));
}
