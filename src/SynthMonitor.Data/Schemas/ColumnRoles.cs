namespace SynthMonitor.Data.Schemas;

/// <summary>Facts about roles.</summary>
public static class ColumnRoles
{
    /// <summary>Whether at most one column of a schema can have the role.</summary>
    public static bool IsSingular(this ColumnRole role) => role is not (ColumnRole.Feature or ColumnRole.Segment or ColumnRole.Ignored);
}
