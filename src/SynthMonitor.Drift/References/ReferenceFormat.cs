using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Derived;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.References;

/// <summary>The file of a <see cref="Reference"/> (<c>.smref</c>): a <see cref="SealedFile"/> with magic, version and checksum.</summary>
public static class ReferenceFormat
{
    private static readonly SealedFormat Format = new("SMRF", 3, "reference profile") { Oldest = 1 };

    /// <summary>Writes a reference to a file, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(string path, Reference reference) => SealedFile.Write(path, Format, Payload(reference));

    /// <summary>The bytes of a reference's file.</summary>
    public static byte[] ToBytes(Reference reference) => SealedFile.Seal(Format, Payload(reference));

    /// <summary>Reads a reference from a file.</summary>
    /// <exception cref="InputException">The file cannot be read, is no reference, of another version, or damaged.</exception>
    public static Reference Load(string path) => Parse(SealedFile.Read(path, Format), path);

    /// <summary>Reads a reference from the bytes of its file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="source">What errors call them, or null.</param>
    /// <exception cref="InputException">They are no reference, of another version, or damaged.</exception>
    public static Reference FromBytes(ReadOnlySpan<byte> bytes, string? source = null) => Parse(SealedFile.Open(bytes, Format, source), source);

    internal static string DigestOf(Reference reference)
    {
        var writer = new PayloadWriter();
        WriteContent(writer, reference);
        if (reference.Derived is { } derived)
        {
            DerivedColumnsFormat.Write(writer, derived);
        }

        return SealedFile.Digest(writer.Written);
    }

    private static byte[] Payload(Reference reference)
    {
        var writer = new PayloadWriter();
        WriteContent(writer, reference);
        writer.WriteCount(reference.Calibrations.Length);
        foreach (var calibration in reference.Calibrations)
        {
            calibration.Write(writer);
        }

        reference.Values.Write(writer);
        TestChoicesFormat.Write(writer, reference.Tests);
        DerivedColumnsFormat.Write(writer, reference.Derived);
        return writer.ToArray();
    }

    private static void WriteContent(PayloadWriter writer, Reference reference)
    {
        SchemaFormat.Write(writer, reference.Schema);
        CodebookFormat.Write(writer, reference.Codebook);
        CodeTableFormat.Write(writer, reference.Codes);
        foreach (var facts in reference.Facts)
        {
            facts.Write(writer);
        }

        writer.WriteOptionalString(reference.Positive);
        writer.WriteBoolean(reference.Outcomes is not null);
        reference.Outcomes?.Write(writer);
    }

    private static Reference Parse(byte[] payload, string? source)
    {
        var reader = new PayloadReader(payload, source);
        var schema = SchemaFormat.Read(reader);
        var codebook = CodebookFormat.Read(reader);
        var codes = ReadCodes(reader, codebook);
        var facts = ImmutableArray.CreateBuilder<ColumnFacts>(codebook.Columns.Length);
        foreach (var coding in codebook.Columns)
        {
            facts.Add(ColumnFacts.Read(reader));
            if (schema.IndexOf(coding.Name) < 0 || (coding.IsOrdered && facts[^1].Representatives.Length != coding.Cells))
            {
                throw reader.Fault($"facts that do not fit column '{coding.Name}'", "one representative per cell");
            }
        }

        var positive = reader.ReadOptionalString();
        var outcomes = reader.ReadBoolean() ? OutcomeCounts.Read(reader) : null;
        var calibrations = ImmutableArray.CreateBuilder<Calibration>();
        for (var left = reader.ReadCountOf(1); left > 0; left--)
        {
            calibrations.Add(Calibration.Read(reader));
        }

        // Version 1 ends here.
        var isFirst = reader.Remaining == 0;
        var values = isFirst ? ReferenceValues.None(codebook) : ReferenceValues.Read(reader, codebook);
        var tests = isFirst ? TestChoicesFormat.None : TestChoicesFormat.Read(reader);

        // Version 2 ends here.
        var derived = reader.Remaining == 0 ? null : DerivedColumnsFormat.Read(reader, codes.Rows);
        reader.End();
        return new(schema, codebook, codes, facts.MoveToImmutable(), positive, outcomes, calibrations.ToImmutable(), values, tests, derived);
    }

    private static CodeTable ReadCodes(PayloadReader reader, Codebook codebook)
    {
        var codes = CodeTableFormat.Read(reader);
        if (codes.Columns != codebook.Columns.Length)
        {
            throw reader.Fault($"{codes.Columns} columns of codes", $"{codebook.Columns.Length}");
        }

        for (var column = 0; column < codes.Columns; column++)
        {
            if (codes.Rows > 0 && codes[column].ContainsAnyExceptInRange((byte)0, (byte)(codebook.Columns[column].Count - 1)))
            {
                throw reader.Fault($"a code out of range in column '{codebook.Columns[column].Name}'", $"codes below {codebook.Columns[column].Count}");
            }
        }

        return codes;
    }
}
