using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests.Profiles;

public class ProfileTests
{
    private static readonly Codebook Codebook = new([
        new NumberCodes("x", 0, [1, 2, 3]),
        new NameCodes("n", ["a", "b"], ["c"]),
        new NumberCodes("nothing", 0, []),
    ]);

    private static readonly Gen<CodeTable> Rows = Gen.Int[0, 40].SelectMany(rows =>
        Gen.Select(Codes(0, rows), Codes(1, rows), Codes(2, rows), (x, n, nothing) => new CodeTable([x, n, nothing], rows)));

    [Fact]
    public void Merging_is_the_same_in_any_order_and_equals_counting_all_rows() =>
        Gen.Select(Rows, Rows, Rows).Sample((a, b, c) =>
        {
            var forward = Sum(Of(a), Of(b), Of(c));
            var backward = Sum(Of(c), Of(b), Of(a));
            var whole = new Profile(Codebook);
            foreach (var rows in new[] { b, a, c })
            {
                whole.Add(rows, 0, rows.Rows);
            }

            return forward.Equals(backward) && forward.Equals(whole);
        });

    [Fact]
    public void Subtracting_undoes_adding() =>
        Gen.Select(Rows, Rows).Sample((a, b) =>
        {
            var sum = Sum(Of(a), Of(b));
            sum.Subtract(Of(b));
            return sum.Equals(Of(a));
        });

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Rows.SelectMany(rows => Gen.Shuffle(Enumerable.Range(0, rows.Rows).ToArray()).Select(order => (rows, order)))
            .Sample((rows, order) => Of(rows).Equals(Of(rows.Take(order))));

    [Fact]
    public void Row_by_row_equals_column_by_column() =>
        Rows.Sample(rows =>
        {
            var profile = new Profile(Codebook);
            for (var row = 0; row < rows.Rows; row++)
            {
                profile.AddRow([rows[0][row], rows[1][row], rows[2][row]]);
            }

            return profile.Equals(Of(rows));
        });

    [Fact]
    public void Write_and_read_give_the_same_counts_to_the_last_byte() =>
        Rows.Sample(rows =>
        {
            var profile = Of(rows);
            var writer = new PayloadWriter();
            profile.Write(writer);
            var reader = new PayloadReader(writer.ToArray());
            var read = Profile.Read(reader, Codebook);
            return read.Equals(profile) && reader.Remaining == 0;
        });

    [Fact]
    public void Damaged_bytes_are_an_input_error()
    {
        var profile = new Profile(Codebook);
        profile.AddRow([5, 5, 0]);
        var writer = new PayloadWriter();
        profile.Write(writer);
        var bytes = writer.ToArray();
        bytes[0] = 9;
        Assert.Throws<InputException>(() => Profile.Read(new PayloadReader(bytes), Codebook));
        Assert.Throws<InputException>(() => Profile.Read(new PayloadReader(bytes.AsMemory(0, 2)), Codebook));
    }

    private static Gen<byte[]> Codes(int column, int rows) => Gen.Byte[0, (byte)(Codebook.Columns[column].Count - 1)].Array[rows];

    private static Profile Of(CodeTable rows)
    {
        var profile = new Profile(Codebook);
        profile.Add(rows, 0, rows.Rows);
        return profile;
    }

    private static Profile Sum(params Profile[] profiles)
    {
        var sum = new Profile(Codebook);
        foreach (var profile in profiles)
        {
            sum.Add(profile);
        }

        return sum;
    }
}
