namespace SynthMonitor.Tests.Architecture;

/// <summary>Files stay small enough to be read at a sitting.</summary>
public sealed class FileSizeTests
{
    [Fact]
    public void Source_files_are_small()
    {
        var sizes = Sizes("src");
        Assert.True(sizes[sizes.Length / 2].Lines <= 60, $"the median is {sizes[sizes.Length / 2].Lines} lines");
        Assert.True(AtMost(sizes, 220) >= 0.95, $"over 220 lines: {Largest(sizes, 220)}");
        Assert.True(sizes[^1].Lines <= 400, $"over 400 lines: {Largest(sizes, 400)}");
    }

    [Fact]
    public void Test_files_are_small()
    {
        var sizes = Sizes("tests");
        Assert.True(AtMost(sizes, 350) >= 0.95, $"over 350 lines: {Largest(sizes, 350)}");
    }

    private static (string File, int Lines)[] Sizes(string folder) =>
        [.. SourceTree.CodeBelow(folder).Select(file => (file, SourceTree.Lines(folder, file).Length)).OrderBy(size => size.Length)];

    private static double AtMost((string File, int Lines)[] sizes, int limit) => sizes.Count(size => size.Lines <= limit) / (double)sizes.Length;

    private static string Largest((string File, int Lines)[] sizes, int limit) =>
        string.Join(", ", sizes.Where(size => size.Lines > limit).Select(size => $"{size.File} ({size.Lines})"));
}
