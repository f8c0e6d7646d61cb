using System.CommandLine;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Commands;

/// <summary>The options that say what columns are for.</summary>
internal sealed class RoleOptions
{
    private readonly (Option<string?> Option, ColumnRole Role)[] roles =
    [
        (Name("--target", "The column of labels."), ColumnRole.Target),
        (Name("--prediction", "The column of predicted classes."), ColumnRole.Prediction),
        (Name("--score", "The column of the model's scores."), ColumnRole.Score),
        (Name("--key", "The column that names a row; it is not watched."), ColumnRole.Key),
        (Name("--time", "The column of event times; it is not watched."), ColumnRole.Time),
    ];

    private readonly Option<string?> schema = Schema();

    /// <summary>Creates the option <c>--schema</c>.</summary>
    public static Option<string?> Schema() => new("--schema")
    {
        Description = "What is known of the columns, as YAML: a list 'columns' of name, kind, role and format, and for 'check' test, threshold and floor. Kinds: numeric, integer, boolean, categorical, datetime, text.",
        HelpName = "F",
    };

    /// <summary>What the file that <c>--schema</c> names says of the columns.</summary>
    public static SchemaOverrides Known(ParseResult arguments, Option<string?> schema) =>
        arguments.GetValue(schema) is { } file ? SchemaFile.Read(file) : SchemaOverrides.None;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var (option, _) in roles)
        {
            command.Add(option);
        }

        command.Add(schema);
    }

    /// <summary>What a command line says of the columns.</summary>
    public SchemaOverrides Overrides(ParseResult arguments)
    {
        var overrides = Known(arguments, schema);
        foreach (var (option, role) in roles)
        {
            if (arguments.GetValue(option) is { } name)
            {
                overrides = role == ColumnRole.Time
                    ? overrides.With(new ColumnOverride(name, ColumnKind.Datetime, role))
                    : overrides.WithRole(name, role);
            }
        }

        return overrides;
    }

    private static Option<string?> Name(string name, string description) => new(name) { Description = description, HelpName = "C" };
}
