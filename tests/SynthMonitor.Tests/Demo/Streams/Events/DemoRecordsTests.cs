using System.Text;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams.Agrawal;
using SynthMonitor.Demo.Streams.Events;

namespace SynthMonitor.Tests.Demo.Streams.Events;

public sealed class DemoRecordsTests
{
    private static readonly long Time = EventClock.Default.MillisecondsOf(1);

    private static readonly Table Rows = new(
    [
        new NumberColumn(new("amount", ColumnKind.Numeric), [0.1, Number.Missing, double.PositiveInfinity]),
        new NumberColumn(new("count", ColumnKind.Integer), [9_007_199_254_740_992, 0, double.NaN]),
        new NumberColumn(new("owner", ColumnKind.Boolean), [1, 0, Number.Missing]),
        new NumberColumn(new("since", ColumnKind.Datetime), [Time, Number.Missing, Time]),
        NameColumn.From(new("town", ColumnKind.Categorical, ColumnRole.Segment), ["Köln \"x\"", null, "Ulm"]),
        NameColumn.From(new("remark", ColumnKind.Text), ["not", "written", "at all"]),
        NameColumn.From(new("spare", ColumnKind.Categorical, ColumnRole.Ignored), ["not", "written", "at all"]),
        NameColumn.From(new("paid", ColumnKind.Categorical, ColumnRole.Target), ["yes", "no", "no"]),
    ]);

    [Theory]
    [InlineData(0, @"'amount':0.1,'count':9007199254740992,'owner':true,'since':'2024-01-01T00:00:00.3Z','town':'K\u00F6ln \u0022x\u0022'")]
    [InlineData(1, "'amount':null,'count':0,'owner':false,'since':null,'town':null")]
    [InlineData(2, "'amount':null,'count':null,'owner':null,'since':'2024-01-01T00:00:00.3Z','town':'Ulm'")]
    public void Features_are_written_by_kind_and_what_JSON_cannot_say_is_null(int row, string features)
    {
        using var records = new DemoRecords(Rows.Schema);

        Assert.Equal(
            "{'id':'loan-000001','ts':'2024-01-01T00:00:00.3Z'," + features + ",'score':0.25,'version':'v1'}",
            Text(records.Features(DemoRecords.Key("loan", 0), Time, Rows, row, 0.25, "v1")));
    }

    [Fact]
    public void A_label_record_holds_key_time_and_class()
    {
        using var records = new DemoRecords(Rows.Schema);
        records.Features("loan-000001", Time, Rows, 0, 0.25, "v1");

        Assert.Equal(
            "{'id':'loan-1234567','ts':'2024-01-01T00:00:00.3Z','label':'yes'}",
            Text(records.Label(DemoRecords.Key("loan", 1_234_566), Time, "yes")));
    }

    [Fact]
    public void A_loan_application_reads_well()
    {
        var rows = new AgrawalSource(1, new AgrawalOptions()).Read(1);
        using var records = new DemoRecords(rows.Schema);

        Assert.Matches(
            @"^{'id':'loan-000001','ts':'2024-01-01T00:00:00Z','salary':\d+,'commission':\d+,'age':\d\d,'elevel':'[a-z]+','car':'make-\d\d',"
            + @"'zipcode':'town-\d','hvalue':\d+,'hyears':\d+,'loan':\d+,'score':0.5,'version':'v1'}$",
            Text(records.Features("loan-000001", EventClock.Default.MillisecondsOf(0), rows, 0, 0.5, "v1")));
    }

    /// <summary>The record with single quotes, to be read more easily.</summary>
    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span).Replace('"', '\'');
}
