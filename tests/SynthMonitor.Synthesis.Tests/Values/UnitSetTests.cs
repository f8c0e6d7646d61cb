using CsCheck;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Tests.Values;

public sealed class UnitSetTests
{
    private static readonly Gen<UnitSet> AnySet = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1])
        .Select((one, other) => (Math.Min(one, other), Math.Max(one, other))).Array[0, 4].Select(intervals => UnitSet.Of(intervals));

    [Fact]
    public void Complement_and_intersection_behave_like_sets() => Gen.Select(AnySet, AnySet).Sample((one, other) =>
    {
        var union = one.Union(other).Length;
        var common = one.Intersect(other).Length;
        return Math.Abs(one.Length + other.Length - union - common) < 1e-12
            && Math.Abs(one.Complement().Length - (1 - one.Length)) < 1e-12
            && one.Intersect(one.Complement()).Length == 0
            && Math.Abs(one.Union(one.Complement()).Length - 1) < 1e-12;
    });

    [Fact]
    public void Positions_lie_inside() => Gen.Select(AnySet, Gen.Double[0, 0.999]).Sample((set, share) =>
    {
        if (set.Length == 0)
        {
            return true;
        }

        var position = set.At(share);
        return position is >= 0 and < 1 && set.Intersect(UnitSet.Of([(position, Math.BitIncrement(position))])).Length > 0;
    });

    [Fact]
    public void Whole_and_nothing()
    {
        Assert.Equal(1, UnitSet.All.Length);
        Assert.Equal(0, UnitSet.Empty.Length);
        Assert.Same(UnitSet.Empty, UnitSet.All.Complement());
        Assert.Same(UnitSet.All, UnitSet.Of([(0.5, 1), (0, 0.5)]));
        Assert.Equal(0.25, UnitSet.All.At(0.25));
    }
}
