namespace SynthMonitor.Learning.Registry;

/// <summary>Holds a lock file, which the operating system lets go when its process ends in whatever way.</summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Waits for the lock.</summary>
    public static FolderLock Take(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                Task.Delay(Pause, time, cancellationToken).GetAwaiter().GetResult();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
