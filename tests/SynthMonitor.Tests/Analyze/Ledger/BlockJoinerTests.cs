using CsCheck;
using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Ledger;

/// <summary>Blocks of too few rows.</summary>
public sealed class BlockJoinerTests
{
    private const int MinimumRows = 8;
    private const int MaximumJoin = 4;

    [Fact]
    public void Enough_rows_make_a_block_of_their_own() => Assert.Equal(["10: 1 blocks, 8 rows"], Join((10, 8)));

    [Fact]
    public void Too_few_rows_are_joined_with_the_next_block_which_gives_the_number() =>
        Assert.Equal(["11: 2 blocks, 8 rows", "12: 1 blocks, 9 rows"], Join((10, 3), (11, 5), (12, 9)));

    [Fact]
    public void Empty_blocks_between_count_as_joined() => Assert.Equal(["12: 3 blocks, 8 rows"], Join((10, 3), (12, 5)));

    [Fact]
    public void At_the_most_joined_blocks_the_window_is_undefined() =>
        Assert.Equal(["13: 4 blocks, 4 rows undefined", "14: 1 blocks, 8 rows"], Join((10, 1), (11, 1), (12, 1), (13, 1), (14, 8)));

    [Fact]
    public void A_long_silence_is_one_undefined_window() =>
        Assert.Equal(["10: 1 blocks, 8 rows", "99: 89 blocks, 0 rows undefined", "100: 1 blocks, 9 rows"], Join((10, 8), (100, 9)));

    [Fact]
    public void What_was_pending_before_a_silence_is_undefined_with_it() =>
        Assert.Equal(["19: 10 blocks, 3 rows undefined", "20: 1 blocks, 8 rows"], Join((10, 3), (20, 8)));

    [Fact]
    public void Every_block_and_row_is_in_one_window_and_defined_ones_have_enough()
    {
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 12]).Array[1, 30].Sample(steps =>
        {
            var joiner = new BlockJoiner(MinimumRows, MaximumJoin);
            var (block, rows, given) = (0L, 0L, new List<ClosedBlock>());
            foreach (var (gap, count) in steps)
            {
                block += gap;
                given.AddRange(joiner.Close(block, block == gap ? 0 : gap - 1, Counts(count)));
                rows += count;
            }

            Assert.All(given, window => Assert.Equal(window.Counts.Rows < MinimumRows, window.IsUndefined));
            Assert.All(given.Where(window => !window.IsUndefined), window => Assert.InRange(window.Joined, 1, MaximumJoin));
            Assert.All(given.Skip(1).Zip(given), pair => Assert.Equal(pair.First.Block, pair.Second.Block + pair.First.Joined));
            Assert.InRange(rows - given.Sum(window => window.Counts.Rows), 0, MinimumRows - 1);
        });
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        var joiner = new BlockJoiner(MinimumRows, MaximumJoin);
        Assert.Empty(joiner.Close(10, 0, Counts(3)));
        var writer = new PayloadWriter();
        joiner.Write(writer);
        var copy = new BlockJoiner(MinimumRows, MaximumJoin);
        copy.Read(new PayloadReader(writer.ToArray()), SampleEpoch.Loaded.Reference.Codebook);
        Assert.Equal("12: 3 blocks, 8 rows", Text(Assert.Single(copy.Close(12, 1, Counts(5)))));
    }

    private static List<string> Join(params (long Block, int Rows)[] blocks)
    {
        var joiner = new BlockJoiner(MinimumRows, MaximumJoin);
        var given = new List<string>();
        for (var index = 0; index < blocks.Length; index++)
        {
            var empty = index == 0 ? 0 : blocks[index].Block - blocks[index - 1].Block - 1;
            given.AddRange(joiner.Close(blocks[index].Block, empty, Counts(blocks[index].Rows)).Select(Text));
        }

        return given;
    }

    private static BlockCounts Counts(int rows)
    {
        var counts = new BlockCounts();
        counts.Add(new ChunkCell(0, "", rows, 0, new Profile(SampleEpoch.Loaded.Reference.Codebook)));
        return counts;
    }

    private static string Text(ClosedBlock block) =>
        $"{block.Block}: {block.Joined} blocks, {block.Counts.Rows} rows{(block.IsUndefined ? " undefined" : "")}";
}
