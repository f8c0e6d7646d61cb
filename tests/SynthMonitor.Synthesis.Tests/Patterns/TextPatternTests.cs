using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Patterns;

namespace SynthMonitor.Synthesis.Tests.Patterns;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("CUST-{0:D6}", "^CUST-[0-9]{6}$")]
    [InlineData("{0:x8}-{1:x4}", "^[0-9a-f]{8}-[0-9a-f]{4}$")]
    [InlineData("{1:X4}/{0:D3}", "^[0-9A-F]{4}/[0-9]+$")]
    public void Shapes_are_kept(string format, string expected)
    {
        var seen = Texts(500, random => string.Format(format, random.Next(900_000), random.Next(65_536)));
        Assert.All(Make(seen, 300), text => Assert.Matches(expected, text));
        Assert.DoesNotContain(Make(seen, 300), seen.Contains);
    }

    [Fact]
    public void Where_every_value_of_the_shape_was_seen_longer_ones_are_made()
    {
        var seen = Enumerable.Range(0, 100).Select(number => number.ToString("D2")).ToArray();
        var made = Make(seen, 150, ColumnRole.Key);
        Assert.DoesNotContain(made, seen.Contains);
        Assert.Equal(150, made.Distinct().Count());
    }

    [Fact]
    public void Free_text_becomes_words_of_the_same_lengths()
    {
        string Word(KeyedRandom random) => new((char)('a' + random.Next(26)), 2 + random.Next(5));
        string Text(KeyedRandom random, ulong seed) => string.Join(' ', Enumerable.Range(0, 3 + random.Next(4)).Select(word => Word(new(seed, (ulong)word))));
        var seen = Texts(400, random => Text(random, random.NextUInt64()));
        var made = Make(seen, 400);
        Assert.DoesNotContain(made, seen.Contains);
        Assert.All(made, text => Assert.InRange(text!.Split(' ').Length, 3, 6));
        Assert.InRange(made.Average(text => text!.Length) - seen.Average(text => text!.Length), -1.5, 1.5);
    }

    [Fact]
    public void Missing_values_stay_as_frequent()
    {
        var seen = Texts(1000, random => random.NextDouble() < 0.3 ? null : $"A{random.Next(100_000):D5}");
        Assert.InRange(Make(seen, 2000).Count(text => text is null), 500, 700);
        Assert.All(Make(new string?[20], 20), Assert.Null);
    }

    [Fact]
    public void Numeric_keys_go_on_above_the_greatest_seen()
    {
        var schema = new ColumnSchema("id", ColumnKind.Integer, ColumnRole.Key);
        var pattern = ColumnPattern.Fit(new NumberColumn(schema, [7, 3, Number.Missing, 12]));
        Assert.Equal([13, 14, 15], ((NumberColumn)pattern.Make(schema, new SampleRequest(3, 1), 0)).Values.ToArray());
        Assert.Equal([18, 19], ((NumberColumn)pattern.Make(schema, new SampleRequest(2, 1, FirstRow: 5), 0)).Values.ToArray());
    }

    private static string?[] Texts(int count, Func<KeyedRandom, string?> make) =>
        [.. Enumerable.Range(0, count).Select(row => make(new KeyedRandom(4, (ulong)row)))];

    private static string?[] Make(string?[] seen, int rows, ColumnRole role = ColumnRole.Feature)
    {
        var schema = new ColumnSchema("text", ColumnKind.Text, role);
        var column = (NameColumn)ColumnPattern.Fit(NameColumn.From(schema, seen)).Make(schema, new SampleRequest(rows, 1), 0);
        return [.. Enumerable.Range(0, rows).Select(row => column[row])];
    }
}
