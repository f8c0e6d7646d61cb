using System.Collections.Immutable;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>What came of a response's work.</summary>
public sealed record ResponseResult
{
    /// <summary><c>promote</c>, <c>reject</c> or <c>inconclusive</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, in words.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The recipe that won, or <c>keep</c>.</summary>
    public required string Recipe { get; init; }

    /// <summary>The digest of the model to promote, stored in the registry; null unless the verdict is to promote.</summary>
    public string? Model { get; init; }

    /// <summary>The digest of the epoch that follows a promotion; null unless the verdict is to promote.</summary>
    public string? NextEpoch { get; init; }

    /// <summary>Numbers for people; a promotion also has the <c>championError</c>, on the holdout that decided.</summary>
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The event that says so.</summary>
    /// <param name="judged">The event, but for what this result holds.</param>
    /// <param name="request">What was asked for.</param>
    /// <exception cref="InvalidOperationException">It promotes without saying what, or what follows.</exception>
    internal EventRecord ToEvent(EventRecord judged, ResponseRequest request)
    {
        if (Verdict == "promote" && (Model is null || NextEpoch is null || !Figures.ContainsKey("championError")))
        {
            throw new InvalidOperationException("a promotion without model, next epoch and the champion's error");
        }

        var digests = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        digests["epochBefore"] = request.Digest;
        Put(digests, "model", Model);
        Put(digests, "epoch", NextEpoch);
        Put(digests, "champion", request.Champion);
        return judged with { Verdict = Verdict, Reasons = Reasons, Recipe = Recipe, Digests = digests.ToImmutable(), Figures = Figures };
    }

    private static void Put(ImmutableSortedDictionary<string, string>.Builder digests, string name, string? digest)
    {
        if (digest is not null)
        {
            digests[name] = digest;
        }
    }
}
