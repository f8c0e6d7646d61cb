using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Ledger;

/// <summary>The counts of a block.</summary>
public sealed class BlockCountsTests
{
    private static readonly Codebook Codebook = SampleEpoch.Loaded.Reference.Codebook;

    [Fact]
    public void Cells_of_one_model_add_up_and_models_stay_apart()
    {
        var counts = new BlockCounts();
        counts.Add(Cell("b", 2, 1));
        counts.Add(Cell("a", 3, 0));
        counts.Add(Cell("b", 4, 5));
        Assert.Equal((9, 6), (counts.Rows, counts.Faults));
        Assert.Equal([("a", 3L), ("b", 6)], counts.Profiles.Select(entry => (entry.Key, entry.Value.Rows)));
    }

    [Fact]
    public void Adding_changes_neither_the_cell_nor_the_other_counts()
    {
        var (cell, counts) = (Cell("a", 2, 0), new BlockCounts());
        counts.Add(cell);
        counts.Add(cell);
        Assert.Equal(2, cell.Profile!.Rows);
        var clone = counts.Clone();
        clone.Add(cell);
        Assert.Equal((4, 6), (counts.Rows, clone.Rows));
        Assert.Equal(4, counts.Profiles["a"].Rows);
    }

    [Fact]
    public void They_come_back_as_they_were_written()
    {
        var counts = new BlockCounts();
        counts.Add(Cell("b", 2, 1));
        counts.Add(Cell("", 3, 0));
        var writer = new PayloadWriter();
        counts.Write(writer);
        var copy = BlockCounts.Read(new PayloadReader(writer.ToArray()), Codebook);
        Assert.Equal((5, 1), (copy.Rows, copy.Faults));
        Assert.Equal(counts.Profiles, copy.Profiles);
    }

    private static ChunkCell Cell(string model, int rows, int faults)
    {
        var profile = new Profile(Codebook);
        for (var row = 0; row < rows; row++)
        {
            profile.AddRow(new byte[Codebook.Columns.Length]);
        }

        return new ChunkCell(0, model, rows, faults, profile);
    }
}
