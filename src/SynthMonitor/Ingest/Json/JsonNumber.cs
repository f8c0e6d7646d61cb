using System.Text.Json;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Ingest.Json;

/// <summary>Numbers in JSON. NaN and infinities, which JSON has no literals for, are taken as the texts that .NET writes for them.</summary>
internal static class JsonNumber
{
    private const double ExactIntegers = 9_007_199_254_740_992;

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
        if (!TryRead(ref reader, out value))
        {
            return false;
        }

        if (double.IsFinite(value) && (value != Math.Floor(value) || Math.Abs(value) > ExactIntegers))
        {
            value = Number.Missing;
            return false;
        }

        return true;
    }
}
