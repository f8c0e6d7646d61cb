using System.Runtime.CompilerServices;
using SynthMonitor.Configuration.Schema;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Schema;

public sealed class ConfigurationReferenceTests
{
    private static string Documentation => File.ReadAllText(Path.Combine(Root(), "docs", "configuration.md"));

    [Fact]
    public void The_documentation_holds_the_table_of_the_parser()
    {
        var table = Documentation.Split("<!-- keys -->\n")[1].Split("<!-- end of keys -->")[0];
        var expected = ConfigurationReference.Create();
        if (table != expected)
        {
            var file = Path.Combine(Path.GetTempPath(), "configuration-keys.md");
            File.WriteAllText(file, expected);
            Assert.Fail($"docs/configuration.md does not hold the table of keys that stands in {file} now; put it between the two marks");
        }
    }

    [Fact]
    public void The_example_of_the_documentation_is_valid() => Valid(Documentation.Split("```yaml\n")[1].Split("```")[0]);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath("../../../..", Path.GetDirectoryName(file)!);
}
