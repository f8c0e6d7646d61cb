using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.MetaTrees;

/// <summary>
/// How the codes of a column are halved until each stands alone. A node is at its place in depth-first order; its left child follows it.
/// Ordered codes are cut where the rows are most evenly halved, missing and other special ones first; names are joined rarest first
/// (Huffman 1952), which needs the fewest questions on average.
/// </summary>
internal sealed class MetaTreeShape
{
    private readonly List<int> right = [];
    private readonly List<byte> codes = [];
    private readonly List<byte[]> members = [];
    private readonly int[] counts;

    private MetaTreeShape(int[] counts) => this.counts = counts;

    /// <summary>For each node where its right child is; 0 for a code that stands alone.</summary>
    public IReadOnlyList<int> Right => right;

    /// <summary>For each node the first of its codes.</summary>
    public IReadOnlyList<byte> Codes => codes;

    /// <summary>For each node its codes.</summary>
    public IReadOnlyList<byte[]> Members => members;

    /// <summary>The shape for a column.</summary>
    /// <param name="isOrdered">Whether neighbouring codes are alike.</param>
    /// <param name="counts">The rows of each code, of which at least one is above 0; codes without rows are left out.</param>
    public static MetaTreeShape Of(bool isOrdered, int[] counts)
    {
        var shape = new MetaTreeShape(counts);
        byte[] present = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).Select(code => (byte)code)];
        shape.Add(present, isOrdered ? shape.HalveInOrder : shape.HuffmanOf(present));
        return shape;
    }

    private void Add(byte[] set, Func<byte[], int> halve)
    {
        var node = right.Count;
        right.Add(0);
        codes.Add(set[0]);
        members.Add(set);
        if (set.Length > 1)
        {
            var cut = halve(set);
            Add(set[..cut], halve);
            right[node] = right.Count;
            Add(set[cut..], halve);
        }
    }

    private int HalveInOrder(byte[] set)
    {
        if (set[0] < Code.First)
        {
            return 1;
        }

        var all = set.Sum(code => (long)counts[code]);
        long below = 0;
        var (best, unevenness) = (1, long.MaxValue);
        for (var cut = 1; cut < set.Length; cut++)
        {
            below += counts[set[cut - 1]];
            var difference = Math.Abs(all - 2 * below);
            (best, unevenness) = difference < unevenness ? (cut, difference) : (best, unevenness);
        }

        return best;
    }

    /// <summary>Orders the codes so that every subtree is a run of them, and says where each run is cut.</summary>
    private Func<byte[], int> HuffmanOf(byte[] present)
    {
        var queue = new PriorityQueue<byte[], (long Rows, int First)>();
        var cuts = new Dictionary<(byte First, int Length), int>();
        foreach (var code in present)
        {
            queue.Enqueue([code], (counts[code], code));
        }

        while (queue.Count > 1)
        {
            queue.TryDequeue(out var one, out var rows);
            queue.TryDequeue(out var other, out var otherRows);
            byte[] joined = [.. one!, .. other!];
            cuts[(joined[0], joined.Length)] = one!.Length;
            queue.Enqueue(joined, (rows.Rows + otherRows.Rows, Math.Min(rows.First, otherRows.First)));
        }

        queue.Dequeue().CopyTo(present, 0);
        return set => cuts[(set[0], set.Length)];
    }
}
