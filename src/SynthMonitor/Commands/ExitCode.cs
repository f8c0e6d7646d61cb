namespace SynthMonitor.Commands;

/// <summary>What the process answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed for a reason that the input does not explain.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or bad input; each error is one line on standard error.</summary>
    public const int BadInput = 2;

    /// <summary>The verdict was negative, and <c>--fail-on</c> asked to fail then.</summary>
    public const int Negative = 3;

    /// <summary>Stopped by Ctrl-C or SIGTERM before the work was done (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
