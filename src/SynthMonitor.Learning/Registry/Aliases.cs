namespace SynthMonitor.Learning.Registry;

/// <summary>Which artefact plays which part for one monitor.</summary>
/// <param name="Revision">Grows by one with each change; 0 where nothing was ever set.</param>
/// <param name="Champion">The digest of the model in production, or null.</param>
/// <param name="Challenger">The digest of the candidate under judgement, or null.</param>
/// <param name="Previous">The digest of the champion before this one, to which a rollback goes; null when there is none.</param>
public sealed record Aliases(long Revision, string? Champion = null, string? Challenger = null, string? Previous = null)
{
    /// <summary>Nothing was ever set.</summary>
    public static Aliases None { get; } = new(0);

    /// <summary>These aliases with a new champion; what was champion becomes <see cref="Previous"/>. A champion already in place stays as it is.</summary>
    public Aliases Promote(string digest) => digest == Champion ? this : this with
    {
        Champion = digest,
        Previous = Champion,
        Challenger = Challenger == digest ? null : Challenger,
    };

    /// <summary>These aliases with the previous champion in its place again; there is then no previous one, so that a second rollback cannot bring the bad one back.</summary>
    /// <exception cref="InvalidOperationException">There is no previous champion.</exception>
    public Aliases Rollback() => Previous is null
        ? throw new InvalidOperationException("there is no previous champion to roll back to")
        : this with { Champion = Previous, Previous = null };
}
