using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Log;

/// <summary>Polls members in turn until something is so.</summary>
public static class Polling
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);

    public static void Until(Func<bool> condition, params (ILogConsumer Member, RecordingHandler Handler)[] members)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !condition();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Longest, "what was waited for did not happen");
            foreach (var (member, handler) in members)
            {
                member.Poll(Wait, 100, handler);
            }
        }
    }
}
