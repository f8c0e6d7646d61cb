using System.Text;
using System.Text.Json;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>The tree of fields that are looked for.</summary>
public sealed class JsonFieldTests
{
    [Fact]
    public void Paths_with_a_common_beginning_share_it()
    {
        var root = JsonField.Tree([["a", "x"], null, ["a", "y"], ["b"]]);
        var a = Find(root, "a");
        Assert.NotNull(a);
        Assert.Empty(a.Slots);
        Assert.Equal([0], Find(a, "x")!.Slots);
        Assert.Equal([2], Find(a, "y")!.Slots);
        Assert.Equal([3], Find(root, "b")!.Slots);
        Assert.Null(Find(root, "x"));
        Assert.Null(Find(root, "c"));
    }

    [Fact]
    public void A_field_is_found_whatever_was_found_before()
    {
        var root = JsonField.Tree([["a"], ["b"], ["c"]]);
        foreach (var name in "cabbacaabc")
        {
            Assert.Equal([name - 'a'], Find(root, name.ToString())!.Slots);
        }
    }

    [Fact]
    public void Names_are_compared_after_unescaping_and_by_case()
    {
        var root = JsonField.Tree([["Straße"], ["a"]]);
        Assert.Equal([0], Find(root, "Stra\\u00dfe")!.Slots);
        Assert.Equal([1], Find(root, "\\u0061")!.Slots);
        Assert.Null(Find(root, "A"));
    }

    [Fact]
    public void A_dotted_path_names_nested_fields()
    {
        Assert.Equal(["applicant", "income"], JsonField.Path("applicant.income")!);
        Assert.Null(JsonField.Path(null));
    }

    private static JsonField? Find(JsonField field, string escaped)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"{{\"{escaped}\":1}}"));
        reader.Read();
        reader.Read();
        return field.Find(reader);
    }
}
