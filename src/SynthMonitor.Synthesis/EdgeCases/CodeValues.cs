using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>Says by values what a set of codes says by codes.</summary>
internal static class CodeValues
{
    private const double RoundingShare = 0.01;

    /// <summary>The values of some codes. Not-a-number is no value; unseen names are all those that have no other code.</summary>
    public static ValueSet Of(ColumnCodes codes, CodeSet set) =>
        codes is NumberCodes numbers ? Of(numbers, set) : Of((NameCodes)codes, set);

    private static NumberSet Of(NumberCodes codes, CodeSet set)
    {
        var (least, greatest) = codes.Cells == 0 ? (0, 0) : (codes.Minimum, codes.Upper[^1]);
        var ranges = new List<NumberRange>();
        void Add(double low, double minimum, double high)
        {
            if (ranges.Count > 0 && ranges[^1].Maximum == low)
            {
                minimum = ranges[^1].Minimum;
                ranges.RemoveAt(ranges.Count - 1);
            }

            ranges.Add(new(minimum, high));
        }

        if (set.Contains(Code.Below))
        {
            ranges.Add(new(double.NegativeInfinity, -After(-least, greatest - least, codes.IsWhole)));
        }

        for (var cell = 0; cell < codes.Cells; cell++)
        {
            if (set.Contains((byte)(Code.First + cell)))
            {
                var (low, high) = (codes.Lower(cell), codes.Upper[cell]);
                Add(low, cell == 0 ? least : After(low, high - low, codes.IsWhole), high);
            }
        }

        if (set.Contains(Code.Above))
        {
            Add(greatest, After(greatest, greatest - least, codes.IsWhole), double.PositiveInfinity);
        }

        return new NumberSet([.. ranges], set.Contains(Code.Missing));
    }

    private static NameSet Of(NameCodes codes, CodeSet set)
    {
        var isExcluding = set.Contains(Code.Unseen);
        bool IsListed(int code) => set.Contains((byte)code) != isExcluding;
        var names = codes.Names.Where((_, cell) => IsListed(Code.First + cell)).ToList();
        if (IsListed(Code.First + codes.Names.Length))
        {
            names.AddRange(codes.Others);
        }

        return new NameSet([.. names], set.Contains(Code.Missing), isExcluding);
    }

    /// <summary>
    /// A value just above a bound: the next whole number, or one with few digits no more than 1 % of a width away, for people to read.
    /// </summary>
    private static double After(double bound, double width, bool isWhole)
    {
        if (isWhole)
        {
            return bound + 1;
        }

        for (var scale = 1.0; scale <= 1e9; scale *= 10)
        {
            var rounded = (Math.Floor(bound * scale) + 1) / scale;
            if (rounded > bound && rounded - bound <= RoundingShare * width)
            {
                return rounded;
            }
        }

        return Math.BitIncrement(bound);
    }
}
