using System.Text;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>A piece of a condition's text: a value, or one of the marks between values.</summary>
/// <param name="Text">The value without its quotes, or the mark itself.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct ConditionToken(string Text, ConditionTokenKind Kind)
{
    /// <summary>Cuts a text into tokens. Blanks around values that are not quoted are dropped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="withRanges">Whether <c>..</c> is a mark rather than part of a value.</param>
    /// <exception cref="FormatException">A quote is not closed, or something other than a mark follows one.</exception>
    public static List<ConditionToken> Split(string text, bool withRanges)
    {
        var tokens = new List<ConditionToken>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var mark = text[at] is ',' or ':' ? 1 : withRanges && text.AsSpan(at).StartsWith("..") ? 2 : 0;
            if (mark > 0)
            {
                Flush(tokens, plain);
                var kind = mark == 2 ? ConditionTokenKind.Range : text[at] == ',' ? ConditionTokenKind.Comma : ConditionTokenKind.Colon;
                tokens.Add(new(text.Substring(at, mark), kind));
                at += mark;
            }
            else if (text[at] == '!' && plain.ToString().Trim().Length == 0 && tokens.Count == 0)
            {
                tokens.Add(new("!", ConditionTokenKind.Not));
                at++;
            }
            else if (text[at] == '"' && plain.ToString().Trim().Length == 0)
            {
                plain.Clear();
                tokens.Add(new(Unquote(text, ref at), ConditionTokenKind.Value));
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        Flush(tokens, plain);
        return tokens;
    }

    /// <summary>Reads a quoted value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position of the opening quote; afterwards that behind the closing one.</param>
    public static string Unquote(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append(text[at++]);
            }
            else
            {
                at++;
                return value.ToString();
            }
        }

        throw new FormatException("a double quote is not closed; expected another one");
    }

    private static void Flush(List<ConditionToken> tokens, StringBuilder plain)
    {
        var value = plain.ToString().Trim();
        plain.Clear();
        if (value.Length > 0)
        {
            tokens.Add(tokens is [.., { Kind: ConditionTokenKind.Value } quoted]
                ? throw new FormatException($"'{value}' behind the quoted '{quoted.Text}'; expected ',' or ':'")
                : new(value, ConditionTokenKind.Value));
        }
    }
}
