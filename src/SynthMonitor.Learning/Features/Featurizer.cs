using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Features;

/// <summary>
/// Turns rows into feature vectors, one number a column. Numbers are centred and scaled robustly, which trees do not mind and by which large
/// values such as instants keep their resolution as 32-bit floats. A name becomes its rank by frequency in training; a name never seen comes
/// after the rarest, as it is rarer still. Infinities become a large number. A missing value, or one that is not a number, becomes a number below
/// all others; where none was missing in training it becomes the median or the most frequent name. (NaN is no use: ML.NET sends it down the wrong
/// branch of a split that only parts the missing from the rest.)
/// </summary>
/// <param name="features">The features, in the order of the vector.</param>
public sealed class Featurizer(ImmutableArray<Feature> features)
{
    private const float Largest = 1e30f;
    private const float Missing = -2 * Largest;

    /// <summary>The features, in the order of the vector.</summary>
    public ImmutableArray<Feature> Features { get; } = features;

    /// <summary>Learns from training rows.</summary>
    /// <param name="table">The training rows.</param>
    /// <param name="target">The target's column, which is no feature.</param>
    /// <exception cref="InputException">No column can be a feature.</exception>
    public static Featurizer Fit(Table table, string target)
    {
        ImmutableArray<Feature> features = [.. FeatureFitter.Usable(table, target).Select(FeatureFitter.Fit)];
        return features.IsEmpty
            ? throw new InputException(null, null, null, $"no column to predict '{target}' from", "at least one column of role feature that is not text")
            : new Featurizer(features);
    }

    /// <summary>The feature vectors of rows, whatever the order of their columns; columns that the model does not know are left alone.</summary>
    /// <exception cref="InputException">Columns are missing, or hold names where the model expects numbers.</exception>
    public FeatureMatrix Encode(Table table)
    {
        var missing = Features.Where(feature => table.Find(feature.Name) is null).Select(feature => $"'{feature.Name}'").ToList();
        if (missing.Count > 0)
        {
            throw new InputException(null, null, null, $"{(missing.Count == 1 ? "a table without the column" : "a table without the columns")} {string.Join(", ", missing)}", "all columns that the model was trained on");
        }

        var values = new float[table.Rows * Features.Length];
        for (var position = 0; position < Features.Length; position++)
        {
            Encode(Features[position], table[Features[position].Name], values.AsSpan(position));
        }

        return new FeatureMatrix(values, Features.Length);
    }

    private void Encode(Feature feature, Column column, Span<float> values)
    {
        if (feature.IsNominal)
        {
            EncodeNames(feature, column, values);
        }
        else if (column is NumberColumn numbers)
        {
            for (var row = 0; row < numbers.Rows; row++)
            {
                var value = numbers.Values[row];
                values[row * Features.Length] = double.IsNaN(value)
                    ? Absent(feature)
                    : (float)Math.Clamp((value - feature.Centre) / feature.Scale, -Largest, Largest);
            }
        }
        else
        {
            EncodeNothing(feature, column, values);
        }
    }

    private void EncodeNames(Feature feature, Column column, Span<float> values)
    {
        var rankOf = feature.Names.Select((name, rank) => KeyValuePair.Create(name, (float)rank)).ToDictionary(StringComparer.Ordinal);
        float Rank(string? name) => name is null ? Absent(feature) : rankOf.GetValueOrDefault(name, feature.Names.Length);
        if (column is NameColumn names)
        {
            var ranks = names.Names.Select(Rank).ToArray();
            for (var row = 0; row < names.Rows; row++)
            {
                values[row * Features.Length] = names.IsMissing(row) ? Absent(feature) : ranks[names.Positions[row]];
            }

            return;
        }

        var texts = CellTexts.Of(column);
        for (var row = 0; row < texts.Length; row++)
        {
            values[row * Features.Length] = Rank(texts[row]);
        }
    }

    private void EncodeNothing(Feature feature, Column column, Span<float> values)
    {
        for (var row = 0; row < column.Rows; row++)
        {
            values[row * Features.Length] = column.IsMissing(row)
                ? Absent(feature)
                : throw new InputException(null, row + 1, feature.Name, $"'{((NameColumn)column)[row]}'", "numbers, as in training");
        }
    }

    private static float Absent(Feature feature) => feature.HasMissing ? Missing : 0;
}
