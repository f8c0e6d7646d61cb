using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Tests.Storage;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_file_is_replaced_only_by_a_whole_one()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("f", "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(path));
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        AtomicFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Writers_at_the_same_time_each_leave_a_whole_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("f");
        Parallel.For(0, 20, i => AtomicFile.Write(path, stream =>
        {
            for (var part = 0; part < 100; part++)
            {
                stream.Write([(byte)i]);
            }
        }));
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(100, bytes.Length);
        Assert.Single(bytes.Distinct());
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            $"{folder.Path}: a folder; expected a file to write",
            Assert.Throws<InputException>(() => AtomicFile.Write(folder.Path, _ => { })).Message);
        Assert.StartsWith(
            $"{folder.File("no/f")}: cannot be written",
            Assert.Throws<InputException>(() => AtomicFile.Write(folder.File("no/f"), _ => { })).Message);
    }
}
