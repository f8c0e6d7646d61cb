using SynthMonitor.Data.Storage;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SynthMonitor.Data.Schemas;

/// <summary>
/// What a person says of a file's columns, as YAML: <c>columns</c> is a list of <c>name</c> and, as far as it shall not be inferred,
/// <c>kind</c>, <c>role</c> and <c>format</c> (see <see cref="ColumnSchema"/>), and how it is compared: <c>test</c>, <c>threshold</c> and
/// <c>floor</c> (see <see cref="ColumnTestChoice"/>; the names of tests are <see cref="ColumnTests.ByName"/>).
/// </summary>
/// <example>
/// <code>
/// columns:
/// - name: approved
///   kind: boolean
///   role: target
///   format: no|yes
/// - name: income
///   test: ks
///   threshold: 0.01
/// - name: visit
///   test: ignore
/// </code>
/// </example>
public static class SchemaFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read or is not as described; all errors are told at once.</exception>
    public static SchemaOverrides Read(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(InputFile.Open(path));
            yaml.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new InputException(path, exception.Start.Line, $"{exception.Start.Column}", exception.Message, "YAML", exception);
        }

        var parser = new SchemaYaml(path);
        var columns = parser.ReadColumns(yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode);
        return parser.Errors.Count > 0 ? throw new InputException(parser.Errors) : SchemaOverrides.Of(columns);
    }

    /// <summary>Writes a schema so that <see cref="Read"/> gives it back.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, Schema schema)
    {
        var serializer = new SerializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
            .WithQuotingNecessaryStrings()
            .DisableAliases()
            .Build();
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            serializer.Serialize(writer, new
            {
                Columns = schema.Columns.Select(column => new
                {
                    column.Name,
                    Kind = SchemaYaml.NameOf(column.Kind),
                    Role = SchemaYaml.NameOf(column.Role),
                    column.Format,
                }),
            });
        });
    }
}
