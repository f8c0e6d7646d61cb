using System.Collections.Immutable;
using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>features</c>.</summary>
internal static class FeaturesKeys
{
    /// <summary>The section.</summary>
    public static Section<FeaturesConfiguration> Section { get; } = new(
        new() { Topic = "", Key = "" },
        new Key<FeaturesConfiguration, string>(
            FieldKeys.Topic,
            features => features.Topic,
            (features, value) => features with { Topic = value })
        {
            Name = "topic",
            IsRequired = true,
            Documentation = "the topic of features and predictions",
        },
        new Key<FeaturesConfiguration, string>(
            FieldKeys.Field,
            features => features.Key,
            (features, value) => features with { Key = value })
        {
            Name = "key",
            IsRequired = true,
            Documentation = "the field that identifies a row and joins it with its label",
        },
        new Key<FeaturesConfiguration, string>(
            FieldKeys.Field,
            features => features.Time,
            (features, value) => features with { Time = value })
        {
            Name = "time",
            Documentation = "the field of the event time; without it, Kafka's own timestamp",
        },
        new Key<FeaturesConfiguration, string>(
            FieldKeys.Field,
            features => features.Score,
            (features, value) => features with { Score = value })
        {
            Name = "score",
            Documentation = "the field of the score that the model gave; needed where there are labels",
        },
        new Key<FeaturesConfiguration, string>(
            FieldKeys.Field, features => features.ModelVersion, (features, value) => features with { ModelVersion = value })
        {
            Name = "modelVersion",
            Documentation = "the field of the version of the model that gave the score",
        },
        new Key<FeaturesConfiguration, TimeSpan>(
            new SpanType(TimeSpan.Zero, TimeSpan.FromDays(30)),
            features => features.Lateness,
            (features, value) => features with { Lateness = value })
        {
            Name = "lateness",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "how much later than the newest row of its partition a row may come",
        },
        new Key<FeaturesConfiguration, ImmutableSortedDictionary<string, string>>(
            new MapType<string>("a section of column: field", FieldKeys.Field),
            features => features.Columns,
            (features, value) => features with { Columns = value })
        {
            Name = "columns",
            Documentation = "the field of each column of the reference whose field is not named like the column",
        });
}
