namespace SynthMonitor.Commands;

/// <summary>An example in a command's help.</summary>
/// <param name="Purpose">What it is for, in a few words.</param>
/// <param name="Arguments">What to type after <c>synthmonitor</c>.</param>
internal sealed record Example(string Purpose, string Arguments);
