namespace SynthMonitor.Configuration.Keys;

/// <summary>A key as the documentation shows it.</summary>
/// <param name="Path">Its path, such as <c>monitors[].block</c>.</param>
/// <param name="Type">Its type with bounds.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Default">Its default as it would be written, or null where there is none.</param>
/// <param name="Effect">What it takes for a change to come into force.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record KeyDescription(
    string Path, string Type, bool IsRequired, string? Default, ChangeEffect Effect, string Documentation);
