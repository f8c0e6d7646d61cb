using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Tests.Values;

public sealed class NumberValuesTests
{
    private static readonly double[] Whole = [.. Enumerable.Range(0, 3000).Select(row => (double)new KeyedRandom(1, (ulong)row).Next(90))];
    private static readonly double[] Smooth = [.. Enumerable.Range(0, 3000).Select(row => Math.Exp(new KeyedRandom(2, (ulong)row).NextNormal()))];
    private static readonly double[] Mixed = [.. Smooth.Select((value, row) => row % 3 == 0 ? 0 : row % 17 == 0 ? Number.Missing : value)];

    [Fact]
    public void Values_do_not_fall_as_the_position_rises() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 15], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((which, cell, one, other) =>
        {
            var values = Fit(which);
            var code = (byte)(Code.First + cell);
            return values.Counts[code] == 0 || values.At(code, Math.Min(one, other)) <= values.At(code, Math.Max(one, other));
        });

    [Fact]
    public void Allowed_positions_are_exactly_those_of_allowed_values() =>
        Gen.Select(Gen.Int[0, 2], Gen.Double[0, 8], Gen.Double[0, 8], Gen.Double[0, 0.999]).Sample((which, one, other, share) =>
        {
            var values = Fit(which);
            var set = new NumberSet([new(Math.Min(one, other), Math.Max(one, other))], withMissing: which == 2);
            var allowed = values.Allowed(set);
            return Enumerable.Range(0, values.Codes.Count).Where(code => values.Counts[code] > 0).All(code =>
                (allowed[code].Length == 0 || set.Contains(values.At((byte)code, allowed[code].At(share))))
                && (allowed[code].Length == 1 || !set.Contains(values.At((byte)code, allowed[code].Complement().At(share)))));
        });

    [Fact]
    public void Distribution_inside_cells_is_kept()
    {
        foreach (var data in new[] { Whole, Smooth })
        {
            var values = Fit(data);
            var drawn = new List<double>();
            for (var code = 0; code < values.Codes.Count; code++)
            {
                drawn.AddRange(Enumerable.Range(0, values.Counts[code]).Select(i => values.At((byte)code, (i + 0.5) / values.Counts[code])));
            }

            Assert.InRange(KolmogorovSmirnov([.. drawn], [.. data]), 0, 0.01);
        }
    }

    [Fact]
    public void Single_values_off_the_grid_are_never_repeated()
    {
        var values = Fit(Smooth);
        var seen = Smooth.ToHashSet();
        for (var code = (int)Code.First; code < values.Codes.Count; code++)
        {
            for (var i = 0; i < 500; i++)
            {
                Assert.DoesNotContain(values.At((byte)code, new KeyedRandom(3, (ulong)i, (ulong)code).NextDouble()), seen);
            }
        }
    }

    [Fact]
    public void Guard_codes_become_what_they_stand_for()
    {
        var values = Fit(2);
        Assert.True(Number.IsMissing(values.At(Code.Missing, 0.5)));
        Assert.True(double.IsNaN(values.At(Code.NotANumber, 0.5)) && !Number.IsMissing(values.At(Code.NotANumber, 0.5)));
        Assert.Equal(double.PositiveInfinity, values.At(Code.Above, 0.5));
        Assert.Equal(double.NegativeInfinity, values.At(Code.Below, 0.5));
    }

    private static NumberValues Fit(int which) => Fit(which == 0 ? Whole : which == 1 ? Smooth : Mixed);

    private static NumberValues Fit(double[] data)
    {
        var table = new Table([new NumberColumn(new("x", ColumnKind.Numeric), data)]);
        var codebook = CodebookFitter.Fit(table, new CodebookOptions(NumberCells: 16));
        return NumberValues.Fit((NumberCodes)codebook.Columns[0], data, codebook.Encode(table)[0]);
    }

    private static double KolmogorovSmirnov(double[] one, double[] other) =>
        one.Concat(other).Max(value => Math.Abs(
            (double)one.Count(x => x <= value) / one.Length - (double)other.Count(x => x <= value) / other.Length));
}
