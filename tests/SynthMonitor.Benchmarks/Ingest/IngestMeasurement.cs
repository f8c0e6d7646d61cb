using System.Globalization;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>
/// One run in a process of its own. Other records warm it up until all is compiled, and more stand on the topic than are read, so that its
/// queue is as full at the end as at the beginning.
/// </summary>
internal static class IngestMeasurement
{
    public const string Command = "measure-ingest";

    /// <summary>Records to write for a run that measures a number of them.</summary>
    public static int Needed(int records) => records + WarmUp(records) + 500_000;

    public static int Run(Options options)
    {
        var (servers, topic) = (options.Require("bootstrap-servers"), options.Require("topic"));
        var (partitions, records) = (options.Number("partitions", 1), options.Number("records", 1));
        var (start, first, last, begin) = (TimeSpan.Zero, 0, 0, 0L);
        bool Progress(int read)
        {
            if (first == 0 && read >= WarmUp(records))
            {
                (start, first, begin) = (Environment.CpuUsage.TotalTime, read, TimeProvider.System.GetTimestamp());
            }

            last = read;
            return read < WarmUp(records) + records;
        }

        if (options.Require("loop") == "bare")
        {
            BareLoop.Read(servers, topic, partitions, Progress);
        }
        else
        {
            IngestLoop.Read(servers, topic, partitions, options.Require("prefix"), Progress);
        }

        var processor = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / (last - first);
        var wall = TimeProvider.System.GetElapsedTime(begin).TotalMicroseconds / (last - first);
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{processor} {wall}"));
        return 0;
    }

    private static int WarmUp(int records) => Math.Max(records / 5, 600_000);
}
