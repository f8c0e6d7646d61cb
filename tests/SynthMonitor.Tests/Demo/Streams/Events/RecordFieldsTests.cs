using SynthMonitor.Data.Schemas;
using SynthMonitor.Demo.Streams.Events;

namespace SynthMonitor.Tests.Demo.Streams.Events;

public sealed class RecordFieldsTests
{
    [Fact]
    public void Names_give_way_to_columns()
    {
        var schema = new Schema([new("id", ColumnKind.Text), new("score", ColumnKind.Numeric), new("_score", ColumnKind.Numeric)]);

        Assert.Equal(new RecordFields("_id", "ts", "__score", "version", "label"), RecordFields.For(schema));
    }
}
