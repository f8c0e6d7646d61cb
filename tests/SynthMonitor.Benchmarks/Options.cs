namespace SynthMonitor.Benchmarks;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            options.values[arguments[index].TrimStart('-')] = arguments[index + 1];
        }

        return options;
    }

    public string? Find(string name) => values.GetValueOrDefault(name);

    public string Require(string name) => Find(name) ?? throw new ArgumentException($"--{name} is missing");

    public int Number(string name, int otherwise) => Find(name) is { } text ? int.Parse(text) : otherwise;
}
