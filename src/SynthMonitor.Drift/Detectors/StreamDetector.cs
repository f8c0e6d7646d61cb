using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>What all detectors have in common: their flags, and that the value after an alarm begins a new stream.</summary>
public abstract class StreamDetector : StreamStatistic, IStreamDetector
{
    private bool isDrift;
    private bool isWarning;

    private protected StreamDetector(DetectorOptions options)
    {
        if (options.Validate().FirstOrDefault() is { } error)
        {
            throw new ArgumentException(error, nameof(options));
        }
    }

    /// <inheritdoc/>
    public bool IsDrift => isDrift;

    /// <inheritdoc/>
    public bool IsWarning => isWarning;

    private protected sealed override void Take(double value)
    {
        if (isDrift)
        {
            BeginAfterDrift();
        }

        Judge(value);
    }

    private protected sealed override void Clear()
    {
        Signal(false, false);
        Forget();
    }

    private protected sealed override void Exchange(StateExchange state)
    {
        state.Exchange(ref isDrift);
        state.Exchange(ref isWarning);
        ExchangeState(state);
    }

    /// <summary>Takes a value, and says by <see cref="Signal"/> what it revealed.</summary>
    private protected abstract void Judge(double value);

    /// <summary>Puts the state, but for the flags, to that of a new detector.</summary>
    private protected abstract void Forget();

    /// <summary>Names every part of the state, but for the flags, in a fixed order.</summary>
    private protected abstract void ExchangeState(StateExchange state);

    /// <summary>What happens before the value after an alarm is taken.</summary>
    private protected virtual void BeginAfterDrift() => Clear();

    private protected void Signal(bool drift, bool warning) => (isDrift, isWarning) = (drift, warning);
}
