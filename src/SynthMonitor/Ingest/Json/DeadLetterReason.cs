namespace SynthMonitor.Ingest.Json;

/// <summary>Why a record goes to the dead letters. The texts stand in the header <c>reason</c>.</summary>
internal static class DeadLetterReason
{
    public const string Oversized = "oversized";
    public const string NotUtf8 = "not UTF-8";
    public const string Malformed = "malformed JSON";
    public const string TooDeep = "nested too deeply";
    public const string NotAnObject = "not a JSON object";
    public const string NoKey = "no key";
    public const string NoTime = "no time";
    public const string Future = "too far in the future";
    public const string NoLabel = "no label";
}
