namespace SynthMonitor.Epochs;

/// <summary>Finds epochs and what they name in the shared store.</summary>
public interface IEpochStore
{
    /// <summary>The epoch of a digest. The same digest always gives the same epoch.</summary>
    /// <exception cref="Data.InputException">It is not there, or damaged.</exception>
    LoadedEpoch Load(string digest);
}
