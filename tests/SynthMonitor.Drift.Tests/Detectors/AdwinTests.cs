using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Drift.Tests.Detectors;

public class AdwinTests
{
    [Fact]
    public void Goes_on_after_write_and_read_as_if_nothing_had_happened()
    {
        var random = new KeyedRandom(3);
        var whole = new Adwin();
        var cut = new Adwin();
        for (var i = 0; i < 5000; i++)
        {
            var value = random.NextDouble() < (i < 3000 ? 0.1 : 0.3) ? 1.0 : 0.0;
            whole.Update(value);
            cut.Update(value);
            if (i % 501 == 0)
            {
                var writer = new PayloadWriter();
                cut.Write(writer);
                cut = new Adwin();
                cut.Restore(new PayloadReader(writer.ToArray()));
            }

            Assert.Equal((whole.IsDrift, whole.Width, whole.Total, whole.Deviation, whole.MeanBefore), (cut.IsDrift, cut.Width, cut.Total, cut.Deviation, cut.MeanBefore));
        }
    }

    [Fact]
    public void A_reset_detector_equals_a_new_one()
    {
        var used = new Adwin();
        for (var i = 0; i < 1000; i++)
        {
            used.Update(i % 2);
        }

        used.Reset();
        Assert.Equal(Bytes(new Adwin()), Bytes(used));
    }

    [Fact]
    public void NaN_changes_nothing()
    {
        var detector = new Adwin();
        detector.Update(1);
        var before = Bytes(detector);
        detector.Update(double.NaN);
        Assert.Equal(before, Bytes(detector));
    }

    private static byte[] Bytes(Adwin detector)
    {
        var writer = new PayloadWriter();
        detector.Write(writer);
        return writer.ToArray();
    }
}
