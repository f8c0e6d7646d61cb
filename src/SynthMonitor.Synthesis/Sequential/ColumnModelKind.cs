namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Which model of a column follows in a file.</summary>
internal enum ColumnModelKind : byte
{
    /// <summary>A <see cref="Trees.ClassificationTree"/>.</summary>
    ClassificationTree,

    /// <summary>A <see cref="MetaTrees.MetaTree"/>.</summary>
    MetaTree,
}
