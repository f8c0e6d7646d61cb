using CsCheck;
using SynthMonitor.Drift.Statistics.MultipleTesting;

namespace SynthMonitor.Drift.Tests.Statistics.MultipleTesting;

/// <summary>What every correction of p-values keeps.</summary>
public sealed class CorrectionTests
{
    private static readonly Gen<double[]> PValues = Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(1.0), Gen.Double[0, 1e-6]).Array[1, 12];

    public static TheoryData<string> Names => [.. Corrections.Keys];

    private static readonly Dictionary<string, Func<double[], double[]>> Corrections = new()
    {
        ["Bonferroni"] = p => Bonferroni.Adjust(p),
        ["Holm"] = p => Holm.Adjust(p),
        ["Hommel"] = p => Hommel.Adjust(p),
        ["Sidak"] = p => Sidak.Adjust(p),
        ["Sidak step-down"] = p => Sidak.AdjustStepDown(p),
        ["Benjamini-Hochberg"] = p => BenjaminiHochberg.Adjust(p),
        ["Benjamini-Yekutieli"] = p => BenjaminiYekutieli.Adjust(p),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Adjusted_values_lie_between_the_value_and_one_and_keep_its_rank(string name) => PValues.Sample(p =>
    {
        var adjusted = Corrections[name](p);
        for (var i = 0; i < p.Length; i++)
        {
            Assert.InRange(adjusted[i], p[i] * (1 - 1e-12), 1);
            for (var j = 0; j < p.Length; j++)
            {
                Assert.True(p[i] > p[j] || adjusted[i] <= adjusted[j]);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Order_does_not_matter(string name) => PValues.Sample(p =>
    {
        double[] reversed = [.. p.Reverse()];
        Assert.Equal(Corrections[name](p).Reverse(), Corrections[name](reversed));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_probability_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => Corrections[name]([0.1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Corrections[name]([1.1]));
        Assert.Throws<ArgumentException>(() => Corrections[name]([-0.1]));
    }

    [Fact]
    public void Those_with_more_assumptions_have_more_power() => PValues.Sample(p =>
    {
        for (var i = 0; i < p.Length; i++)
        {
            Assert.True(BenjaminiHochberg.Adjust(p)[i] <= Hommel.Adjust(p)[i] + 1e-12);
            Assert.True(Hommel.Adjust(p)[i] <= Holm.Adjust(p)[i] + 1e-12);
            Assert.True(Holm.Adjust(p)[i] <= Bonferroni.Adjust(p)[i] + 1e-12);
            Assert.True(Sidak.Adjust(p)[i] <= Bonferroni.Adjust(p)[i] + 1e-12);
        }
    });

    [Fact]
    public void E_values_are_rejected_from_the_greatest_down()
    {
        Assert.Equal([true, false, true, false], EBenjaminiHochberg.Reject([double.PositiveInfinity, 1, 40, 0], 0.05));
        Assert.Equal([false, false], EBenjaminiHochberg.Reject([39, 19], 0.05));
        Assert.Throws<ArgumentException>(() => EBenjaminiHochberg.Reject([-1], 0.05));
    }
}
