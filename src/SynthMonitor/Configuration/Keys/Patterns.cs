using System.Text.RegularExpressions;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The forms of the names in a configuration.</summary>
internal static partial class Patterns
{
    /// <summary>Host and port, separated by commas.</summary>
    [GeneratedRegex(@"^\s*[^\s,:]\S*:[0-9]{1,5}\s*(,\s*[^\s,:]\S*:[0-9]{1,5}\s*)*$", RegexOptions.CultureInvariant)]
    public static partial Regex Brokers();

    /// <summary>What a topic's name may begin with.</summary>
    [GeneratedRegex("^[a-zA-Z0-9._-]{1,200}$", RegexOptions.CultureInvariant)]
    public static partial Regex TopicPrefix();

    /// <summary>A topic's name.</summary>
    [GeneratedRegex(@"^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,249}$", RegexOptions.CultureInvariant)]
    public static partial Regex Topic();

    /// <summary>A monitor's name: it becomes part of keys, consumer groups, file names and addresses.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    public static partial Regex MonitorName();

    /// <summary>A field of a JSON record: names separated by dots.</summary>
    [GeneratedRegex(@"^[^.]+(\.[^.]+)*$", RegexOptions.CultureInvariant)]
    public static partial Regex Field();
}
