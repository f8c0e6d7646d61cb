using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Formats.Csv;

/// <summary>
/// Reads the rows of CSV text (RFC 4180): cells may be quoted and then hold separators, line breaks and doubled quotes; lines end with
/// LF, CR LF or CR; a byte order mark and blank lines are skipped. A quote inside a cell that does not begin with one stands for itself.
/// </summary>
public sealed class CsvReader : IDisposable
{
    private const int FirstBuffer = 1 << 16;
    private const int LongestRow = 1 << 26;

    private readonly Utf8Source source;
    private readonly string? file;
    private readonly char separator;
    private char[] buffer = new char[FirstBuffer];
    private int start;
    private int position;
    private int end;
    private long line = 1;
    private (int Start, int Length)[] cells = new (int, int)[16];

    /// <summary>Creates a reader.</summary>
    /// <param name="stream">UTF-8 text; disposed with the reader.</param>
    /// <param name="file">What errors call it, or null.</param>
    /// <param name="separator">What stands between cells.</param>
    public CsvReader(Stream stream, string? file, char separator)
    {
        source = new Utf8Source(stream);
        this.file = file;
        this.separator = separator;
    }

    /// <summary>The number of cells of the current row.</summary>
    public int Count { get; private set; }

    /// <summary>The 1-based line on which the current row begins.</summary>
    public long Line { get; private set; }

    /// <summary>A cell of the current row, without its quotes; valid until the next row is read.</summary>
    public ReadOnlySpan<char> this[int cell] => buffer.AsSpan(start + cells[cell].Start, cells[cell].Length);

    /// <summary>Reads the next row.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InputException">A quote is not closed or followed by text, a row is too long, or the text is not UTF-8.</exception>
    public bool Read()
    {
        do
        {
            start = position;
        }
        while (TakeLineBreak());

        Line = line;
        Count = 0;
        if (!Has(position))
        {
            return false;
        }

        do
        {
            if (Count == cells.Length)
            {
                Array.Resize(ref cells, 2 * cells.Length);
            }

            // A cell is read into its place before it is counted: reading may move the buffer, so starts are relative to the row's.
            cells[Count] = Has(position) && buffer[position] == '"' ? ReadQuoted() : ReadPlain();
            Count++;
        }
        while (TakeSeparator());

        _ = !Has(position) || TakeLineBreak();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private (int Start, int Length) ReadPlain()
    {
        var begin = position - start;
        while (true)
        {
            var found = buffer.AsSpan(position, end - position).IndexOfAny(separator, '\r', '\n');
            position = found < 0 ? end : position + found;
            if (found >= 0 || !Has(position))
            {
                return (begin, position - start - begin);
            }
        }
    }

    private (int Start, int Length) ReadQuoted()
    {
        var openedOn = line;
        var begin = ++position - start;
        var length = 0;
        while (true)
        {
            var found = Has(position) ? buffer.AsSpan(position, end - position).IndexOf('"') : -1;
            var run = found < 0 ? end - position : found;
            if (run == 0 && found < 0)
            {
                throw new InputException(file, openedOn, $"{Count + 1}", "a quote that is never closed", "a closing quote");
            }

            var text = buffer.AsSpan(position, run);
            line += CountLineBreaks(text);
            text.CopyTo(buffer.AsSpan(start + begin + length));
            length += run;
            position += run;
            if (found < 0)
            {
                continue;
            }

            position++;
            if (!Has(position) || buffer[position] == separator || buffer[position] is '\r' or '\n')
            {
                return (begin, length);
            }

            if (buffer[position] != '"')
            {
                throw new InputException(
                    file, line, $"{Count + 1}", $"'{buffer[position]}' after a closing quote", $"'{separator}' or the end of the line");
            }

            buffer[start + begin + length++] = '"';
            position++;
        }
    }

    /// <summary>Counts LF, and CR without LF; a CR at the end is taken for the first half of a CR LF.</summary>
    private static int CountLineBreaks(ReadOnlySpan<char> text)
    {
        var count = text.Count('\n');
        for (var found = text.IndexOf('\r'); found >= 0; found = text.IndexOf('\r'))
        {
            text = text[(found + 1)..];
            count += !text.IsEmpty && text[0] != '\n' ? 1 : 0;
        }

        return count;
    }

    private bool TakeSeparator()
    {
        if (!Has(position) || buffer[position] != separator)
        {
            return false;
        }

        position++;
        return true;
    }

    private bool TakeLineBreak()
    {
        if (!Has(position) || buffer[position] is not ('\r' or '\n'))
        {
            return false;
        }

        var isReturn = buffer[position++] == '\r';
        if (isReturn && Has(position) && buffer[position] == '\n')
        {
            position++;
        }

        line++;
        return true;
    }

    /// <summary>
    /// Whether there is a character at a position at the end of what was read so far; reads on if need be, which may move the row.
    /// </summary>
    private bool Has(int at) => at < end || Fill();

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            position -= start;
            end -= start;
            start = 0;
        }

        // Two characters must be free, since one code point may take two.
        if (end >= buffer.Length - 1)
        {
            if (buffer.Length >= LongestRow)
            {
                throw new InputException(
                    file, Line, null, $"a row of more than {LongestRow} characters", "a shorter one; is a quote not closed?");
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = source.Read(buffer.AsSpan(end));
        if (read < 0)
        {
            throw new InputException(file, line, null, "bytes that are not UTF-8", "UTF-8 text");
        }

        end += read;
        return read > 0;
    }
}
