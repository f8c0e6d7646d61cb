using System.Collections.Immutable;

namespace SynthMonitor.Configuration.Reading;

/// <summary>What is known while one file is read: its name, the place of each key, and all errors so far.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="resolver">Puts in environment variables and files.</param>
internal sealed class ReadContext(string file, TextResolver resolver)
{
    private readonly List<ConfigurationError> errors = [];
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);

    /// <summary>The folder of the file, which relative paths are relative to.</summary>
    public string Folder { get; } = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";

    /// <summary>All errors, in the order of the file.</summary>
    public ImmutableArray<ConfigurationError> Errors => [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    /// <summary>Notes where a key's value stands.</summary>
    public void Locate(string path, Place place) => places[path] = place;

    /// <summary>Reports an error at a place, and that what the path names cannot be used.</summary>
    public void Fail(string path, Place place, string message)
    {
        failed.Add(path);
        errors.Add(new(file, place.Line, place.Column, path, message));
    }

    /// <summary>Reports an error of the file as a whole.</summary>
    public void Fail(string message) => errors.Add(new(file, null, null, null, message));

    /// <summary>Reports an error of a key: at its value, or at the nearest section around it where the key is absent.</summary>
    public void Fail(string path, string message) => errors.Add(PlaceOf(path) is { } place
        ? new(file, place.Line, place.Column, path, message)
        : new(file, null, null, path, message));

    /// <summary>Whether a key, and every section around it, was read without an error of its own.</summary>
    public bool IsValid(string path) => Ancestors(path).All(ancestor => !failed.Contains(ancestor));

    /// <summary>Puts environment variables into a text, and reports those that are not set.</summary>
    public bool TryResolve(YamlScalar scalar, string path, out string text)
    {
        var missing = new List<string>();
        text = resolver.Resolve(scalar.Text, missing.Add);
        missing.ForEach(name => Fail(path, scalar.Place, $"the environment variable {name} is not set"));
        return missing.Count == 0;
    }

    /// <summary>Reads the file that a secret refers to; see <see cref="TextResolver.ReadSecret"/>.</summary>
    public string ReadSecret(string text) => resolver.ReadSecret(text, Folder);

    private Place? PlaceOf(string path)
    {
        foreach (var ancestor in Ancestors(path))
        {
            if (places.TryGetValue(ancestor, out var place))
            {
                return place;
            }
        }

        return null;
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            yield return path[..end];
        }
    }
}
