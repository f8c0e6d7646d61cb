using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Inference;

/// <summary>What the values of one column say about its kind. A kind is taken only if every value that is not missing fits it.</summary>
/// <param name="missing">Which texts are missing.</param>
internal sealed class ColumnEvidence(MissingText missing)
{
    private readonly NameTest names = new();
    private readonly IdentifierTest wholes = new();
    private bool isNumeric = true;
    private bool isInteger = true;
    private bool isBoolean = true;
    private bool isDate = true;
    private bool isInstant = true;
    private bool isBeyondExact;
    private bool hasValues;
    private string? firstText;

    /// <summary>Takes a value given as text, that may be anything.</summary>
    public void Observe(ReadOnlySpan<char> text)
    {
        if (IsMissing(text))
        {
            return;
        }

        ObserveNumber(text);
        if (isBoolean)
        {
            isBoolean = text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);
            firstText ??= text.ToString();
        }

        ObserveInstant(text);
    }

    /// <summary>Takes a value that is known to be a string, and so no number or boolean unless it says what no JSON number can.</summary>
    public void ObserveString(ReadOnlySpan<char> text)
    {
        if (IsMissing(text))
        {
            return;
        }

        isNumeric &= text is "NaN" or "Infinity" or "-Infinity";
        isInteger = false;
        isBoolean = false;
        ObserveInstant(text);
    }

    /// <summary>The column's schema; what a person said of it goes before what was seen.</summary>
    public ColumnSchema Conclude(string name, ColumnOverride? known)
    {
        var role = known?.Role ?? ColumnRole.Feature;
        if (known?.Kind is { } kind)
        {
            return new ColumnSchema(name, kind, role, known.Format);
        }

        var inferred = InferKind(name, role);
        var format = inferred switch
        {
            ColumnKind.Boolean => BooleanFormat(),
            ColumnKind.Datetime when isDate => "yyyy-MM-dd",
            _ => null,
        };
        return new ColumnSchema(name, inferred, role, format);
    }

    private ColumnKind InferKind(string name, ColumnRole role)
    {
        if (!hasValues)
        {
            return ColumnKind.Numeric;
        }

        if (isInteger)
        {
            var mayIdentify = role is ColumnRole.Feature or ColumnRole.Key or ColumnRole.Segment or ColumnRole.Ignored;
            return isBeyondExact || (mayIdentify && wholes.IsIdentifier(name)) ? ColumnKind.Text : ColumnKind.Integer;
        }

        return isNumeric ? ColumnKind.Numeric
            : isBoolean ? ColumnKind.Boolean
            : isInstant ? ColumnKind.Datetime
            : names.IsText(name) ? ColumnKind.Text
            : ColumnKind.Categorical;
    }

    private string? BooleanFormat() => firstText switch
    {
        "True" or "False" => "False|True",
        "TRUE" or "FALSE" => "FALSE|TRUE",
        _ => null,
    };

    private bool IsMissing(ReadOnlySpan<char> text)
    {
        if (missing.IsMissing(text))
        {
            return true;
        }

        names.Observe(text);
        if (missing.IsMissingNumber(text))
        {
            return true;
        }

        hasValues = true;
        return false;
    }

    private void ObserveNumber(ReadOnlySpan<char> text)
    {
        if (!isNumeric)
        {
            return;
        }

        if (isInteger)
        {
            if (NumberText.IsWhole(text, out var whole))
            {
                isBeyondExact |= whole is < -NumberText.MaximumWhole or > NumberText.MaximumWhole;
                wholes.Observe(whole);
                return;
            }

            isInteger = false;
        }

        isNumeric = NumberText.TryParse(text, out _) && !NumberText.HasLeadingZero(text);
    }

    private void ObserveInstant(ReadOnlySpan<char> text)
    {
        isDate = isDate && IsoInstant.IsDate(text, out _);
        isInstant = isDate || (isInstant && IsoInstant.TryParse(text, out _));
    }
}
