using CsCheck;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Tests.Storage;

public sealed class SealedFileTests
{
    private static readonly SealedFormat Format = new("SMxx", 3, "test content");

    [Fact]
    public void What_was_sealed_is_read_back() => Gen.Byte.Array[0, 2000].Sample(payload =>
        SealedFile.Open(SealedFile.Seal(Format, payload), Format).AsSpan().SequenceEqual(payload));

    [Fact]
    public void Every_flipped_bit_and_every_cut_is_detected()
    {
        var bytes = SealedFile.Seal(Format, "the quick brown fox, the quick brown fox"u8);
        for (var position = 0; position < bytes.Length * 8; position++)
        {
            var damaged = bytes.ToArray();
            damaged[position / 8] ^= (byte)(1 << (position % 8));
            Assert.Throws<InputException>(() => SealedFile.Open(damaged, Format, "f"));
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InputException>(() => SealedFile.Open(bytes.AsSpan(0, length), Format, "f"));
        }

        Assert.Throws<InputException>(() => SealedFile.Open([.. bytes, 0], Format, "f"));
    }

    [Fact]
    public void Another_kind_and_another_version_are_named()
    {
        var bytes = SealedFile.Seal(Format, [1, 2, 3]);
        Assert.Equal(
            "a.smref: not a reference profile (it does not begin with 'SMrp'); expected a reference profile file",
            Assert.Throws<InputException>(() => SealedFile.Open(bytes, new SealedFormat("SMrp", 3, "reference profile"), "a.smref")).Message);
        Assert.Equal(
            "a.smref: test content of version 3; expected version 4",
            Assert.Throws<InputException>(() => SealedFile.Open(bytes, Format with { Version = 4 }, "a.smref")).Message);
    }

    [Fact]
    public void Older_versions_are_read_where_the_format_says_so()
    {
        var bytes = SealedFile.Seal(Format, [1, 2, 3]);
        Assert.Equal([1, 2, 3], SealedFile.Open(bytes, Format with { Version = 5, Oldest = 3 }));
        Assert.EndsWith(
            "expected versions 4 to 5",
            Assert.Throws<InputException>(() => SealedFile.Open(bytes, Format with { Version = 5, Oldest = 4 }, "a.smref")).Message);
    }

    [Fact]
    public void A_file_has_the_digest_that_writing_it_returned()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("content");
        var digest = SealedFile.Write(path, Format, [1, 2, 3]);
        Assert.Equal(digest, SealedFile.Digest(File.ReadAllBytes(path)));
        Assert.Equal([1, 2, 3], SealedFile.Read(path, Format));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_digest_is_the_usual_SHA_256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SealedFile.Digest("abc"u8));
}
