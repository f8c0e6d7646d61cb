using System.Collections.Immutable;
using SynthMonitor.Data;

namespace SynthMonitor.Hosting;

/// <summary>The roles that a process takes.</summary>
/// <param name="Names">Their names, in the order of the flow.</param>
public sealed record HostedRoles(ImmutableArray<string> Names)
{
    /// <summary>Decodes, counts and encodes what comes from the sources.</summary>
    public const string Ingest = "ingest";

    /// <summary>Meets predictions with labels.</summary>
    public const string Join = "join";

    /// <summary>Judges blocks and raises incidents.</summary>
    public const string Analyze = "analyze";

    /// <summary>Answers incidents.</summary>
    public const string Respond = "respond";

    /// <summary>Shows it all.</summary>
    public const string Api = "api";

    /// <summary>All of them.</summary>
    public static HostedRoles All { get; } = new([Ingest, Join, Analyze, Respond, Api]);

    /// <summary>Whether the process takes a role.</summary>
    public bool Has(string role) => Names.Contains(role);

    /// <summary>Reads a list such as <c>ingest,join</c>.</summary>
    /// <exception cref="InputException">It names another role, or none.</exception>
    public static HostedRoles Parse(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = string.Join(", ", All.Names);
        if (names.FirstOrDefault(name => !All.Has(name)) is { } unknown)
        {
            throw new InputException(null, null, null, $"--roles: '{unknown}' is no role", $"some of {known}");
        }

        return names.Length == 0
            ? throw new InputException(null, null, null, "--roles: no role", $"some of {known}")
            : new([.. All.Names.Where(names.Contains)]);
    }
}
