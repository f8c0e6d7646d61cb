using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>Chunks on <c>profiles</c>.</summary>
public sealed class ChunkRecordTests
{
    private static readonly Codebook Codebook = SampleEpoch.Loaded.Reference.Codebook;

    [Fact]
    public void A_chunk_comes_back_as_it_was_given()
    {
        var profile = new Profile(Codebook);
        profile.AddRow(new byte[Codebook.Columns.Length]);
        var chunk = Chunk(new ChunkCell(-7, "v1", 1, 2, profile), new ChunkCell(8, "", 3, 0, null));
        var read = Assert.IsType<ChunkRecord>(ProfilesMessage.Read(ProfilesMessage.ToBytes(chunk), _ => Codebook));
        Assert.Equal(chunk with { Cells = read.Cells }, read);
        Assert.Equal(chunk.Cells, read.Cells);
    }

    [Fact]
    public void A_chunk_without_rows_has_no_time()
    {
        var read = (ChunkRecord)ProfilesMessage.Read(ProfilesMessage.ToBytes(Chunk() with { MaximumTime = long.MinValue }), _ => Codebook)!;
        Assert.Equal(long.MinValue, read.MaximumTime);
        Assert.Empty(read.Cells);
    }

    [Fact]
    public void A_chunk_of_an_epoch_that_has_no_codebook_here_is_passed_over()
    {
        var asked = 0;
        Assert.Null(ProfilesMessage.Read(ProfilesMessage.ToBytes(Chunk() with { Epoch = 12 }), epoch =>
        {
            asked = epoch;
            return null;
        }));
        Assert.Equal(12, asked);
    }

    [Fact]
    public void A_chunk_that_was_cut_off_is_refused()
    {
        var bytes = ProfilesMessage.ToBytes(Chunk(new ChunkCell(1, "v", 0, 0, new Profile(Codebook))));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InputException>(() => ProfilesMessage.Read(bytes.AsSpan(0, length), _ => Codebook));
        }
    }

    private static ChunkRecord Chunk(params ChunkCell[] cells) =>
        new(1, SampleEpoch.Features(1), 32, 40, true, false, SampleEpoch.At(5), 3, new RecordCounts(8, 4, 2, 1, 1), [.. cells]);
}
