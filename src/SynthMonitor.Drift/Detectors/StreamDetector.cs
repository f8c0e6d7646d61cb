using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// What all detectors have in common: values that are not finite are passed over, and the value after an alarm begins a new stream.
/// </summary>
public abstract class StreamDetector : IStreamDetector
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

    /// <inheritdoc/>
    public void Update(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        if (isDrift)
        {
            BeginAfterDrift();
        }

        Take(value);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Signal(false, false);
        Clear();
    }

    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => ExchangeAll(new StateExchange(writer));

    /// <inheritdoc/>
    public void Restore(PayloadReader reader) => ExchangeAll(new StateExchange(reader));

    /// <summary>Takes a finite value, and says by <see cref="Signal"/> what it revealed.</summary>
    private protected abstract void Take(double value);

    /// <summary>Puts the state to that of a new detector.</summary>
    private protected abstract void Clear();

    /// <summary>Names every part of the state, in a fixed order.</summary>
    private protected abstract void Exchange(StateExchange state);

    /// <summary>What happens before the value after an alarm is taken.</summary>
    private protected virtual void BeginAfterDrift() => Reset();

    private protected void Signal(bool drift, bool warning) => (isDrift, isWarning) = (drift, warning);

    private void ExchangeAll(StateExchange state)
    {
        state.Exchange(ref isDrift);
        state.Exchange(ref isWarning);
        Exchange(state);
    }
}
