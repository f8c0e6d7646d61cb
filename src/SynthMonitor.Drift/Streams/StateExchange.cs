using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Streams;

/// <summary>
/// Writes a state or reads it back, by one and the same list of its parts: what is written and what is read cannot come apart.
/// </summary>
internal readonly struct StateExchange
{
    private readonly PayloadWriter? writer;
    private readonly PayloadReader? reader;

    public StateExchange(PayloadWriter writer) => this.writer = writer;

    public StateExchange(PayloadReader reader) => this.reader = reader;

    public void Exchange(ref bool value)
    {
        writer?.WriteBoolean(value);
        value = reader?.ReadBoolean() ?? value;
    }

    public void Exchange(ref long value)
    {
        writer?.WriteSigned(value);
        value = reader?.ReadSigned() ?? value;
    }

    public void Exchange(ref double value)
    {
        writer?.WriteDouble(value);
        value = reader?.ReadDouble() ?? value;
    }

    /// <summary>A count that must not exceed what there is room for.</summary>
    public void Exchange(ref int value, int most)
    {
        writer?.WriteCount(value);
        value = reader?.ReadCount() ?? value;
        if (value > most)
        {
            throw reader!.Fault($"{value} values", $"at most {most}");
        }
    }

    /// <summary>As many values as the span has.</summary>
    public void Exchange(Span<double> values)
    {
        foreach (ref var value in values)
        {
            Exchange(ref value);
        }
    }

    /// <summary>A statistic that is part of another.</summary>
    public void Exchange(StreamStatistic statistic)
    {
        if (writer is not null)
        {
            statistic.Write(writer);
        }
        else
        {
            statistic.Restore(reader!);
        }
    }
}
