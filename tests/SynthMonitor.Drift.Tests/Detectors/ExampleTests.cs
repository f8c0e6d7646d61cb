using System.Text.RegularExpressions;
using System.Xml.Linq;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Risk;

namespace SynthMonitor.Drift.Tests.Detectors;

/// <summary>The examples in the documentation of the detectors, run: all use one stream.</summary>
public class ExampleTests
{
    private static readonly IStreamDetector[] Detectors =
    [
        new Adwin(), new Cusum(), new Ddm(), new Ecdd(), new Eddm(), new Fhddm(), new GeometricMovingAverage(new(Threshold: 0.15)), new HddmA(),
        new HddmW(), new Kswin(), new PageHinkley(), new Rddm(), new Stepd(), new EDetector(new(Tolerance: 0.15)),
    ];

    [Fact]
    public void The_index_that_an_example_names_is_that_of_the_alarm()
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "SynthMonitor.Drift.xml"));
        Assert.All(Detectors, detector =>
        {
            var member = documentation.Descendants("member").Single(one => one.Attribute("name")!.Value == $"T:{detector.GetType().FullName}");
            var named = Regex.Match(member.Descendants("code").Single().Value, @"// drift at index (\d+)");
            Assert.Equal((detector.GetType().Name, IndexOfAlarm(detector)), (detector.GetType().Name, int.Parse(named.Groups[1].Value)));
        });
    }

    private static int IndexOfAlarm(IStreamDetector detector)
    {
        var random = new KeyedRandom(1);
        var index = 0;
        for (; !detector.IsDrift; index++)
        {
            detector.Update(random.NextDouble() < (index < 1000 ? 0.1 : 0.4) ? 1 : 0);
        }

        return index - 1;
    }
}
