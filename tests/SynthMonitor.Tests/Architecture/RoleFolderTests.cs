using System.Text.RegularExpressions;

namespace SynthMonitor.Tests.Architecture;

/// <summary>Which folder of the host may use which: what one role hands another is a record on a topic.</summary>
public sealed partial class RoleFolderTests
{
    private const string Host = "src/SynthMonitor";

    private static readonly string[] Roles = ["Ingest", "Join", "Analyze", "Respond", "Api"];

    /// <summary>What every role may use besides its own folder.</summary>
    private static readonly string[] Common = ["Kafka.Records", "Kafka.Log", "Configuration", "Observability", "Epochs"];

    private static readonly string[] Targets = [.. SourceTree.CodeBelow(Host)
        .Where(file => file.Contains('/'))
        .Select(file => Path.GetDirectoryName(file)!.Replace('\\', '.').Replace('/', '.'))
        .Distinct()
        .OrderByDescending(name => name.Length)];

    [Theory]
    [InlineData("Ingest")]
    [InlineData("Join")]
    [InlineData("Analyze")]
    [InlineData("Respond")]
    [InlineData("Api", "Console")]
    public void A_role_uses_records_and_no_other_role(string role, params string[] more)
    {
        Assert.Empty(Uses(role, name => !IsIn(name, [role, .. Common, .. more])));
    }

    [Theory]
    [InlineData("Kafka")]
    [InlineData("Configuration")]
    [InlineData("Observability")]
    [InlineData("Epochs")]
    [InlineData("Backends", "Respond")]
    public void What_roles_share_uses_no_role_but_the_one_it_serves(string folder, params string[] served)
    {
        Assert.Empty(Uses(folder, name => IsIn(name, [.. Roles.Except(served), "Demo", "Commands"])));
    }

    [Fact]
    public void The_log_is_a_contract_that_knows_nothing_of_its_carriers()
    {
        Assert.Empty(Uses("Kafka/Log", name => !IsIn(name, "Kafka.Log")));
        Assert.Empty(Uses("Kafka/Records", name => IsIn(name, "Kafka.Client", "Kafka.Embedded")));
    }

    [Fact]
    public void The_embedded_log_carries_the_demo_alone()
    {
        Assert.Empty(Uses("", name => IsIn(name, "Kafka.Embedded"))
            .Where(use => !use.StartsWith("Demo/", StringComparison.Ordinal) && !use.StartsWith("Kafka/Embedded/", StringComparison.Ordinal))
            .ToArray());
    }

    private static bool IsIn(string name, params IEnumerable<string> folders) =>
        folders.Any(folder => name == folder || name.StartsWith(folder + ".", StringComparison.Ordinal));

    /// <summary>Where files below a folder of the host name another folder that they may not.</summary>
    private static string[] Uses(string folder, Func<string, bool> isForbidden) => [..
        from file in SourceTree.CodeBelow(Host)
        where folder.Length == 0 || file.StartsWith(folder + "/", StringComparison.Ordinal)
        from line in SourceTree.Lines(Host, file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match match in QualifiedName().Matches(line)
        let name = Array.Find(Targets, target => Names(match, target))
        where name is not null && isForbidden(name)
        select $"{file}: {line.Trim()}"];

    // A name is qualified in full, or from the namespace that surrounds all folders.
    private static bool Names(Match match, string target)
    {
        var name = match.Groups["name"].Value;
        return name.StartsWith(target + ".", StringComparison.Ordinal) || (match.Groups["full"].Success && name == target);
    }

    [GeneratedRegex(@"(?<![\w.])(?<full>SynthMonitor\.)?(?<name>[A-Z]\w*(?:\.[A-Z]\w*)*)")]
    private static partial Regex QualifiedName();
}
