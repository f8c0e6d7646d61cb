using System.Collections.Immutable;

namespace SynthMonitor.Api;

/// <summary>An incident, as the API shows it.</summary>
/// <param name="Id">Its id: <c>monitor|epoch|kind|raisedBlock</c>.</param>
/// <param name="Monitor">The monitor.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Revision">Counts what was said about it; the greatest is in force.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Diagnosis">
/// What kind of drift it is: <c>covariate</c>, <c>concept</c>, <c>new-slice</c>, <c>label-shift</c> or <c>quality</c>.
/// </param>
/// <param name="OnsetBlock">The block in which the drift began, by estimate.</param>
/// <param name="RaisedBlock">The block that raised it.</param>
/// <param name="ResolvedBlock">The block that resolved it, or null while it is open.</param>
/// <param name="Reason">Why it was resolved, where it was not the data.</param>
/// <param name="OnsetRow">The row in which the drift began, where rows are counted.</param>
/// <param name="RaisedRow">The row that raised it, where rows are counted.</param>
/// <param name="ResolvedRow">The row that resolved it, where rows are counted.</param>
/// <param name="Columns">The columns that moved, the greatest share first.</param>
public sealed record IncidentView(
    string Id,
    string Monitor,
    string Kind,
    int Epoch,
    int Revision,
    string Severity,
    string Diagnosis,
    long OnsetBlock,
    long RaisedBlock,
    long? ResolvedBlock,
    string? Reason,
    long? OnsetRow,
    long? RaisedRow,
    long? ResolvedRow,
    ImmutableArray<ColumnView> Columns);

/// <summary>A column's part in an incident.</summary>
/// <param name="Name">The column.</param>
/// <param name="Share">Its share of the evidence, 0 … 1.</param>
/// <param name="Effect">How much it moved.</param>
public sealed record ColumnView(string Name, double Share, double Effect);
