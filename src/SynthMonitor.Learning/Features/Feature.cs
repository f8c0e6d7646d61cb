using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Learning.Features;

/// <summary>How one column becomes one number of a feature vector.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">Its kind when the model was trained.</param>
/// <param name="Names">Nominal: the names seen in training, by falling frequency; a name's position is its value. Else empty.</param>
/// <param name="Centre">Numbers: what is subtracted, the median in training.</param>
/// <param name="Scale">Numbers: by what the rest is divided, the interquartile range in training or what stands in for it; above 0.</param>
/// <param name="HasMissing">Whether values were missing in training, so that the model knows what that means.</param>
public sealed record Feature(string Name, ColumnKind Kind, ImmutableArray<string> Names, double Centre, double Scale, bool HasMissing)
{
    /// <summary>Whether values are names.</summary>
    public bool IsNominal => Kind is ColumnKind.Categorical or ColumnKind.Text;
}
