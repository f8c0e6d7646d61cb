using SynthMonitor.Configuration;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration;

public sealed class SecretTests
{
    private const string Password = "hunter2";

    [Fact]
    public void A_secret_shows_nothing_but_stars()
    {
        var secret = new Secret(Password);
        var configuration = Valid(With("security.protocol: PLAINTEXT", $"sasl.password: {Password}"));

        Assert.Equal("***", secret.ToString());
        Assert.DoesNotContain(Password, configuration.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, configuration.Kafka.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, string.Join(',', configuration.Kafka.Properties), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_equal_by_their_text()
    {
        Assert.Equal(new Secret("a"), new Secret("a"));
        Assert.NotEqual(new Secret("a"), new Secret("b"));
        Assert.Equal(new Secret("a").GetHashCode(), new Secret("a").GetHashCode());
    }

    [Theory]
    [InlineData("${PASSWORD}", "hunter2")]
    [InlineData("'a ${PASSWORD} b'", "a hunter2 b")]
    [InlineData("'$${PASSWORD}'", "${PASSWORD}")]
    [InlineData("$PASSWORD", "$PASSWORD")]
    [InlineData("file:/run/secrets/password", "from the file")]
    [InlineData("5", "5")]
    [InlineData("true", "true")]
    public void A_secret_comes_from_the_environment_from_a_file_or_from_the_text(string written, string value)
    {
        var result = Parse(With("security.protocol: PLAINTEXT", $"sasl.password: \"{written.Trim('\'')}\""), ("PASSWORD", Password));

        Assert.Empty(result.Errors);
        Assert.Equal(value, result.Configuration!.Kafka.Properties["sasl.password"].Reveal());
    }

    [Fact]
    public void A_variable_that_is_not_set_is_named()
    {
        var errors = Errors(With("security.protocol: PLAINTEXT", "sasl.password: \"${NOT_SET}\""));

        Assert.Equal(["c.yaml:1:105: kafka.properties.sasl.password: the environment variable NOT_SET is not set"], errors);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_that_does_not_show_the_path()
    {
        var errors = Errors(With("security.protocol: PLAINTEXT", "sasl.password: \"file:/nowhere\""));

        Assert.Equal(
            [
                "c.yaml:1:105: kafka.properties.sasl.password: the file of the secret cannot be read; "
                    + "expected a file that exists and may be read",
            ],
            errors);
    }

    [Fact]
    public void An_error_shows_the_text_as_written_and_not_what_the_environment_put_in()
    {
        var result = Parse(With("\"localhost:9092\"", "\"${BROKERS}\""), ("BROKERS", Password));

        Assert.Equal("the text '${BROKERS}'; expected brokers such as kafka-1:9092,kafka-2:9092", Assert.Single(result.Errors).Message);
    }
}
