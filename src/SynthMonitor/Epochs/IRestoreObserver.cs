namespace SynthMonitor.Epochs;

/// <summary>Is told from what a fold goes on when a monitor comes to this process: for metrics and logs. It decides nothing.</summary>
public interface IRestoreObserver
{
    /// <summary>A fold of a monitor goes on.</summary>
    void Restored(string monitor, RestoredFrom from);

    /// <summary>A snapshot could not be used.</summary>
    void DamagedSnapshot(string why);
}

/// <summary>What a fold goes on from.</summary>
public enum RestoredFrom
{
    /// <summary>The newest snapshot.</summary>
    Newest,

    /// <summary>An older one, because the newer are damaged.</summary>
    Older,

    /// <summary>The log's start: there is no snapshot that is whole.</summary>
    Log,
}
