using SynthMonitor.Configuration.Reading;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Reading;

public sealed class YamlComposerTests
{
    [Fact]
    public void A_key_that_occurs_twice_is_told_and_the_rest_is_read_on()
    {
        var errors = Errors(Least + "\n    block: 5m\n    block: 6m\n    colour: red\n");

        Assert.Equal(2, errors.Length);
        Assert.Equal("c.yaml:9:5: the key 'block' a second time; expected it once, it stands on line 8", errors[0]);
        Assert.StartsWith("c.yaml:10:5: monitors[0].colour: unknown key; expected one of name, ref", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_in_the_indentation_is_told_with_its_place()
    {
        const string error = "c.yaml:2:1: a tab in the indentation; expected spaces";

        Assert.Equal([error], Errors("kafka:\n\tbootstrapServers: kafka:9092\n"));
    }

    [Theory]
    [InlineData("kafka: { bootstrapServers: kafka:9092\nmonitors: []\n")]
    [InlineData("kafka: \"no end\n")]
    [InlineData("kafka: 'a' b\n")]
    [InlineData("a: b: c\n")]
    [InlineData("kafka: &a { b: *c }\n")]
    public void What_is_not_YAML_is_one_error_with_its_place(string text) =>
        Assert.Matches(@"^c\.yaml:[0-9]+:[0-9]+: not YAML \(.+\)$", Assert.Single(Errors(text)));

    [Fact]
    public void Anchors_and_merge_keys_work()
    {
        const string text =
            """
            kafka: { bootstrapServers: kafka:9092 }
            monitors:
              - &first
                name: first
                reference: first.smref
                task: &task { kind: binary, threshold: 0.4 }
                features: { topic: first, key: id }
                block: 10m
              - <<: *first
                name: second
                task: { <<: *task, positive: good }
            """;
        var monitors = Valid(text).Monitors;

        Assert.Equal("second", monitors[1].Name);
        Assert.Equal(monitors[0].Reference, monitors[1].Reference);
        Assert.Equal(TimeSpan.FromMinutes(10), monitors[1].Block);
        Assert.Equal(("good", 0.4), (monitors[1].Task.Positive, monitors[1].Task.Threshold));
    }

    [Fact]
    public void Earlier_merged_sections_win_over_later_ones()
    {
        var root = Compose("a: &a { k: 1 }\nb: &b { k: 2, l: 3 }\nc: { <<: [*a, *b] }\n");
        var merged = (YamlMapping)root.Entries[2].Value;

        Assert.Equal([("k", "1"), ("l", "3")], merged.Entries.Select(entry => (entry.Key.Text, ((YamlScalar)entry.Value).Text)));
    }

    [Theory]
    [InlineData("kafka: !!str a\n", "a tag; expected a value without a tag")]
    [InlineData("kafka: !evil a\n", "a tag; expected a value without a tag")]
    [InlineData("{ [a]: b }\n", "a list as a key; expected a name")]
    [InlineData("<<: 5\n", "'5' to merge; expected a section")]
    [InlineData("a: b\n---\nc: d\n", "a second document; expected one document a file")]
    public void What_is_YAML_but_has_no_place_here_is_told(string text, string message)
    {
        var errors = new List<string>();
        YamlComposer.Compose(text, (_, error) => errors.Add(error));

        Assert.Contains(message, errors);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var error = Assert.Single(Errors(new string('[', 5000)));

        Assert.Contains("nested more than 32 deep", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_that_multiply_cost_no_time()
    {
        var text = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));

        Assert.Equal(63, Errors(text).Length);
    }

    private static YamlMapping Compose(string text) =>
        (YamlMapping)YamlComposer.Compose(text, (place, error) => Assert.Fail($"{place}: {error}"))!;
}
