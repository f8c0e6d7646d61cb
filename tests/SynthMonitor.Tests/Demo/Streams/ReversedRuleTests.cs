using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;

namespace SynthMonitor.Tests.Demo.Streams;

public sealed class ReversedRuleTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.8, 0.78, 0.82)]
    [InlineData(1, 1, 1)]
    public void Reverses_labels_of_both_classes_with_its_probability(double probability, double low, double high)
    {
        var rule = new ReversedRule(probability);
        var table = new Table([]);
        foreach (var label in new[] { false, true })
        {
            var random = new KeyedRandom(1);
            var reversed = Enumerable.Range(0, 10_000).Count(row => rule.Label(table, row, label, ref random) != label);
            Assert.InRange(reversed / 10_000.0, low, high);
        }
    }
}
