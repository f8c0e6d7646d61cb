using System.Buffers;
using System.Text.Unicode;

namespace SynthMonitor.Data.Texts;

/// <summary>Decodes a stream of UTF-8 strictly, and skips a byte order mark.</summary>
/// <param name="stream">The stream; disposed with the source.</param>
internal sealed class Utf8Source(Stream stream) : IDisposable
{
    private readonly byte[] bytes = new byte[1 << 16];
    private int position;
    private int end;
    private bool isBegun;
    private bool isEnded;

    /// <summary>Reads characters.</summary>
    /// <param name="destination">At least 2 characters.</param>
    /// <returns>How many were read; 0 at the end; -1 where the bytes are not UTF-8, after all characters before these were read.</returns>
    public int Read(Span<char> destination)
    {
        while (true)
        {
            var status = Utf8.ToUtf16(
                bytes.AsSpan(position, end - position),
                destination,
                out var read,
                out var written,
                replaceInvalidSequences: false,
                isFinalBlock: isEnded);
            position += read;
            if (written > 0)
            {
                return written;
            }

            if (status == OperationStatus.InvalidData)
            {
                return -1;
            }

            if (isEnded)
            {
                return 0;
            }

            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Fill()
    {
        bytes.AsSpan(position, end - position).CopyTo(bytes);
        (position, end) = (0, end - position);
        var read = stream.ReadAtLeast(bytes.AsSpan(end), isBegun ? 1 : 3, throwOnEndOfStream: false);
        isEnded = read == 0;
        end += read;
        if (!isBegun)
        {
            isBegun = true;
            position = bytes.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
        }
    }
}
