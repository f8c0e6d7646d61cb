using SynthMonitor.Data;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Tests.Generators;

public sealed class GeneratorFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".smgn");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Saved_and_loaded_gives_the_same_rows()
    {
        var real = MixedTable.Of(1500);
        foreach (var generator in new[] { CartGenerator.Fit(real), CartGenerator.Fit(real.Slice(0, 60)), MarginalsGenerator.Fit(real) })
        {
            GeneratorFile.Save(path, generator);
            var loaded = GeneratorFile.Load(path);
            Assert.Equal((generator.Method, generator.FallbackReason), (loaded.Method, loaded.FallbackReason));
            TableAssert.Equal(generator.Sample(500, 3), loaded.Sample(500, 3));
            var conditions = ConditionSet.Parse(real.Schema, ["label=yes:0.7", "price=..40"]);
            TableAssert.Equal(generator.Sample(200, 3, conditions), loaded.Sample(200, 3, conditions));
        }
    }

    [Fact]
    public void Same_rows_give_the_same_file() => Assert.Equal(
        GeneratorFile.Save(path, CartGenerator.Fit(MixedTable.Of(1500), new() { Threads = 1 })),
        GeneratorFile.Save(path, CartGenerator.Fit(MixedTable.Of(1500), new() { Threads = 4 })));

    [Fact]
    public void Damaged_and_foreign_files_are_refused()
    {
        GeneratorFile.Save(path, CartGenerator.Fit(MixedTable.Of(500)));
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("damaged generator", Assert.Throws<InputException>(() => GeneratorFile.Load(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "age,label\n1,2\n");
        Assert.Contains("not a generator", Assert.Throws<InputException>(() => GeneratorFile.Load(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("no such file", Assert.Throws<InputException>(() => GeneratorFile.Load(path)).Message, StringComparison.Ordinal);
    }
}
