using System.Text.Json;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Ingest.Json;

/// <summary>Numbers in JSON. NaN and infinities, which JSON has no literals for, are taken as the texts that .NET writes for them.</summary>
internal static class JsonNumber
{
    /// <summary>The value of a number; false where it is of another type. null is missing, and no fault.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out double value)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                value = reader.GetDouble();
                return true;
            case JsonTokenType.Null:
                value = Number.Missing;
                return true;
            case JsonTokenType.String when reader.ValueTextEquals("NaN"u8):
                value = double.NaN;
                return true;
            case JsonTokenType.String when reader.ValueTextEquals("Infinity"u8):
                value = double.PositiveInfinity;
                return true;
            case JsonTokenType.String when reader.ValueTextEquals("-Infinity"u8):
                value = double.NegativeInfinity;
                return true;
            default:
                reader.Skip();
                value = Number.Missing;
                return false;
        }
    }

    /// <summary>The same for whole numbers: a fraction, or one that a double does not hold exactly, is a fault.</summary>
    public static bool TryReadInteger(ref Utf8JsonReader reader, out double value)
    {
        // 2^53 + 1 must be told from 2^53 before it becomes a double.
        var isExact = reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var whole)
            || whole is >= -NumberText.MaximumWhole and <= NumberText.MaximumWhole;
        if (TryRead(ref reader, out value) && isExact && (!double.IsFinite(value) || NumberText.IsExactWhole(value)))
        {
            return true;
        }

        value = Number.Missing;
        return false;
    }
}
