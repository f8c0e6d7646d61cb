using System.Collections.Immutable;
using System.Text;
using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Validation;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Configuration;

/// <summary>Reads a configuration file whole, and tells all that is wrong with it at once.</summary>
public static class ConfigurationLoader
{
    private const int MaximumBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly ImmutableArray<IConfigurationValidator> Validators =
    [
        new MonitorNamesValidator(), new LoopbackValidator(), new TopicsValidator(), new LabelsValidator(), new FalseAlarmsValidator(),
        new TrainingWindowValidator(), new KafkaPropertiesValidator(),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">A YAML file in UTF-8 of at most 1 MiB.</param>
    /// <returns>The configuration, or all errors; an unreadable file is an error like any other.</returns>
    public static ConfigurationResult Load(string path)
    {
        try
        {
            return Parse(InputFile.ReadAllBytes(path), path);
        }
        catch (InputException exception)
        {
            return new(null, [new(path, null, null, null, WithoutPlace(exception.Message, path))]);
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="content">The content.</param>
    /// <param name="path">The file as errors name it; relative paths in it are relative to its folder.</param>
    public static ConfigurationResult Parse(ReadOnlySpan<byte> content, string path) => Parse(content, path, TextResolver.OfProcess);

    /// <summary>Reads the content of a file with another environment than the process's own.</summary>
    internal static ConfigurationResult Parse(ReadOnlySpan<byte> content, string path, TextResolver resolver)
    {
        var context = new ReadContext(path, resolver);
        var root = Text(content, context) is { } text
            ? YamlComposer.Compose(text, (place, message) => context.Fail("", place, message))
            : null;
        var configuration = RootKeys.Section.Prototype;
        if (root is YamlMapping mapping)
        {
            configuration = RootKeys.Section.Read(mapping, "", context);
            foreach (var validator in Validators)
            {
                validator.Validate(configuration, context);
            }
        }
        else if (context.Errors.IsEmpty)
        {
            context.Fail(root is null or YamlScalar { IsNull: true }
                ? "an empty file; expected the sections kafka and monitors"
                : $"{root.Found}; expected the sections kafka and monitors");
        }

        return context.Errors.IsEmpty ? new(configuration, []) : new(null, context.Errors);
    }

    private static string? Text(ReadOnlySpan<byte> content, ReadContext context)
    {
        if (content.Length > MaximumBytes)
        {
            context.Fail($"{content.Length} bytes; expected at most {MaximumBytes}");
            return null;
        }

        try
        {
            return StrictUtf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            context.Fail("bytes that are not UTF-8; expected a text file in UTF-8");
            return null;
        }
    }

    private static string WithoutPlace(string message, string path) =>
        message.StartsWith(path + ": ", StringComparison.Ordinal) ? message[(path.Length + 2)..] : message;
}
