using System.Runtime.InteropServices;

namespace SynthMonitor.Console;

/// <summary>
/// Turns the first Ctrl-C (SIGINT) or SIGTERM into a cancellation, so that a command can stop in order; the second one ends the process
/// at once. Files are written beside their place and moved, so even then none is left half-written.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    /// <summary>What is drawn in place hides the cursor, and has no time to show it again when the process ends at once.</summary>
    private const string ShowCursor = "\e[?25h";

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Begins to listen.</summary>
    /// <param name="error">Receives the notice that the command is stopping.</param>
    public Interrupt(TextWriter error)
    {
        void Handle(PosixSignalContext context)
        {
            context.Cancel = !source.IsCancellationRequested;
            if (context.Cancel)
            {
                error.WriteLine(context.Signal == PosixSignal.SIGINT ? "stopping (Ctrl-C again ends at once)" : "stopping");
                source.Cancel();
            }
            else if (!System.Console.IsErrorRedirected)
            {
                error.Write(ShowCursor);
            }
        }

        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }
}
