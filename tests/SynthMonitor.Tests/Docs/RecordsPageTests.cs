using System.Text.RegularExpressions;
using SynthMonitor.Tests.Architecture;

namespace SynthMonitor.Tests.Docs;

/// <summary><c>docs/records.md</c> says what the schemas say, and its examples are records.</summary>
public sealed partial class RecordsPageTests
{
    public static TheoryData<string> Topics => RecordSchemaTests.Topics;

    [Theory]
    [MemberData(nameof(Topics))]
    public void The_table_explains_every_key_and_no_other(string topic)
    {
        var explained = Row().Matches(SectionOf(topic)).Select(match => match.Groups["key"].Value);
        Assert.Equal(RecordSchema.Of(topic).Keys.Order(), explained.Order());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task The_examples_are_valid(string topic)
    {
        var examples = Example().Matches(SectionOf(topic)).Select(match => match.Groups["json"].Value).ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            Assert.Empty(await RecordSchema.Of(topic).ErrorsOf(example));
        }
    }

    private static string SectionOf(string topic)
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "records.md"));
        return page.Split($"\n## `{topic}`\n")[1].Split("\n## ")[0];
    }

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^```json\n(?<json>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
