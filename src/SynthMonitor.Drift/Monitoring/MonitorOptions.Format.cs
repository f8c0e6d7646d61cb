using System.Collections.Immutable;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Monitoring;

public sealed partial record MonitorOptions
{
    /// <summary>Writes the options.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteDouble(Budget.PerBlock);
        writer.WriteCount(RowsPerBlock);
        writer.WriteDouble(NumberFloor);
        writer.WriteDouble(NameFloor);
        writer.WriteCount(Floors.Count);
        foreach (var (name, floor) in Floors)
        {
            writer.WriteString(name);
            writer.WriteDouble(floor);
        }

        writer.WriteCount(RaiseAfter);
        writer.WriteCount(RaiseOutOf);
        writer.WriteDouble(ClearQuantile);
        writer.WriteCount(ClearBlocks);
        writer.WriteCount((int)AfterAlarm);
        writer.WriteCount(LongestWindow);
        writer.WriteDouble(LongestWindowShare);
        writer.WriteCount(MinimumRows);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no valid options.</exception>
    public static MonitorOptions Read(PayloadReader reader)
    {
        var options = new MonitorOptions(new(reader.ReadDouble()), reader.ReadCount())
        {
            NumberFloor = reader.ReadDouble(),
            NameFloor = reader.ReadDouble(),
            Floors = ReadFloors(reader),
            RaiseAfter = reader.ReadCount(),
            RaiseOutOf = reader.ReadCount(),
            ClearQuantile = reader.ReadDouble(),
            ClearBlocks = reader.ReadCount(),
            AfterAlarm = (AfterAlarm)reader.ReadCount(),
            LongestWindow = reader.ReadCount(),
            LongestWindowShare = reader.ReadDouble(),
            MinimumRows = reader.ReadCount(),
        };
        return options.Validate() is [var error, ..] ? throw reader.Fault(error, "valid monitor options") : options;
    }

    /// <inheritdoc/>
    public bool Equals(MonitorOptions? other) => other is not null && Bytes().AsSpan().SequenceEqual(other.Bytes());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Budget, RowsPerBlock);

    private byte[] Bytes()
    {
        var writer = new PayloadWriter();
        Write(writer);
        return writer.ToArray();
    }

    private static ImmutableSortedDictionary<string, double> ReadFloors(PayloadReader reader)
    {
        var floors = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var left = reader.ReadCountOf(9); left > 0; left--)
        {
            floors[reader.ReadString()] = reader.ReadDouble();
        }

        return floors.ToImmutable();
    }
}
