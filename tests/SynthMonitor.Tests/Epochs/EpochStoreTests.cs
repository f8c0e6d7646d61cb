using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;

namespace SynthMonitor.Tests.Epochs;

/// <summary>The shared store of epochs and references.</summary>
public sealed class EpochStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("epochs").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_epoch_comes_back_with_what_it_names()
    {
        var (digest, epoch) = Put();
        var loaded = new EpochStore(folder).Load(digest);
        Assert.Equal(digest, loaded.Digest);
        Assert.Equal(epoch.Features.Columns, loaded.Epoch.Features.Columns);
        Assert.Equal(epoch, loaded.Epoch with { Features = epoch.Features });
        Assert.Equal(SampleEpoch.Loaded.Reference.Digest, loaded.Reference.Digest);
        Assert.Equal(SampleEpoch.Loaded.Calibration.Digest, loaded.Calibration.Digest);
    }

    [Fact]
    public void The_same_content_has_the_same_digest_and_one_file()
    {
        Assert.Equal(Put().Digest, Put().Digest);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "epochs")));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "references")));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        var failure = Assert.Throws<InputException>(() => new EpochStore(folder).Load("0123"));
        Assert.Contains("0123", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("epochs")]
    [InlineData("references")]
    public void A_damaged_file_is_refused(string kind)
    {
        var (digest, _) = Put();
        var file = Directory.GetFiles(Path.Combine(folder, kind)).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("damaged", Assert.Throws<InputException>(() => new EpochStore(folder).Load(digest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_of_a_newer_version_is_refused()
    {
        var bytes = """{"monitor":"loans","somethingNew":1}"""u8.ToArray();
        var store = new EpochStore(folder);
        var digest = SealedFile.Digest(bytes);
        File.WriteAllBytes(Path.Combine(folder, "epochs", digest), bytes);
        Assert.Contains("somethingNew", Assert.Throws<InputException>(() => store.Load(digest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_needs_a_calibration_made_with_its_options()
    {
        var store = new EpochStore(folder);
        var digest = store.Put(SampleEpoch.Loaded.Epoch with { Reference = store.Put(SampleEpoch.Loaded.Reference), Seed = 99 });
        Assert.Contains("calibration", Assert.Throws<InputException>(() => store.Load(digest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_at_once()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        Assert.Contains("cannot be written", Assert.Throws<InputException>(() => new EpochStore(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_any_more_is_told_with_the_file()
    {
        var store = new EpochStore(folder);
        Directory.Delete(Path.Combine(folder, "references"));
        File.WriteAllText(Path.Combine(folder, "references"), "");
        Assert.Throws<InputException>(() => store.Put(SampleEpoch.Loaded.Reference));
        File.Delete(Path.Combine(folder, "references"));
    }

    private (string Digest, Epoch Epoch) Put()
    {
        var store = new EpochStore(folder);
        var epoch = SampleEpoch.Loaded.Epoch with
        {
            Reference = store.Put(SampleEpoch.Loaded.Reference),
            Features = SampleEpoch.Loaded.Epoch.Features with { Columns = SampleEpoch.Loaded.Epoch.Features.Columns.Add("x", "applicant.x") },
        };
        return (store.Put(epoch), epoch);
    }
}
