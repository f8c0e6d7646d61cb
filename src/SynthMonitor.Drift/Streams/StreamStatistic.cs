using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Streams;

/// <summary>What all statistics of a stream have in common: which values they take, and how their state is written and read.</summary>
public abstract class StreamStatistic : IStreamStatistic
{
    private protected StreamStatistic()
    {
    }

    /// <summary>Whether values must lie in 0 … 1.</summary>
    private protected virtual bool IsBounded => false;

    /// <inheritdoc/>
    public void Update(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        if (IsBounded && value is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "expected 0 … 1");
        }

        Take(value);
    }

    /// <inheritdoc/>
    public void Reset() => Clear();

    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => Exchange(new StateExchange(writer));

    /// <inheritdoc/>
    public void Restore(PayloadReader reader) => Exchange(new StateExchange(reader));

    /// <summary>Takes a valid value.</summary>
    private protected abstract void Take(double value);

    /// <summary>Puts the state to that of a new one.</summary>
    private protected abstract void Clear();

    /// <summary>Names every part of the state, in a fixed order.</summary>
    private protected abstract void Exchange(StateExchange state);
}
