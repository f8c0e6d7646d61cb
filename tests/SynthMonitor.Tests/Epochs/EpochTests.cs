using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Epochs;

/// <summary>What an epoch bounds.</summary>
public sealed class EpochTests
{
    [Theory]
    [InlineData("v1", "v1", "v1")]
    [InlineData("v1", "v2", "")]
    [InlineData("v1", "", "")]
    [InlineData(null, "v2", "")]
    public void However_many_versions_rows_name_there_are_two_sets_of_counts(string? judged, string version, string counted) =>
        Assert.Equal(counted, (SampleEpoch.Loaded.Epoch with { Model = judged }).CountedModel(version));

    [Theory]
    [InlineData(1, 16_384)]
    [InlineData(20, 4096)]
    [InlineData(100, 1024)]
    [InlineData(200_000, 1)]
    public void Chunks_are_smaller_where_there_are_many_columns(int columns, int largest) => Assert.Equal(largest, Epoch.LargestChunk(columns));

    [Fact]
    public void A_chunk_whose_rows_lie_in_as_many_blocks_fits_into_a_record()
    {
        var codebook = SampleEpoch.Loaded.Reference.Codebook;
        var chunk = new SynthMonitor.Ingest.ChunkCounter(0, codebook);
        var rows = Epoch.LargestChunk(codebook.Columns.Length);
        var codes = new byte[codebook.Columns.Length];
        for (var row = 0; row < rows; row++)
        {
            Array.Fill(codes, (byte)(row % 3));
            chunk.Accept(row, row * 60_000L, 28_000_000 + row, "", codes, 0);
        }

        Assert.InRange(ProfilesMessage.ToBytes(chunk.ToRecord(1, SampleEpoch.Features(0), closed: true, idle: false, 0)).Length, 1, 1 << 19);
    }
}
