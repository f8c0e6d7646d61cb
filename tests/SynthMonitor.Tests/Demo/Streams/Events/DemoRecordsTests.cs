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

    private static readonly double[] Scores = [0.25, 1, 0];

    [Fact]
    public void Features_are_written_in_the_form_of_JSON_lines()
    {
        using var records = new DemoRecords(Rows.Schema, "loan", EventClock.Default);

        Assert.Equal(
            [
                "{'id':'loan-000002','ts':'2024-01-01T00:00:00.300Z','amount':0.1,'count':9007199254740992,'owner':true,"
                    + "'since':'2024-01-01T00:00:00.300Z','town':'Köln \\'x\\'','score':0.25,'version':'v1'}",
                "{'id':'loan-000003','ts':'2024-01-01T00:00:00.600Z','amount':null,'count':0,'owner':false,'since':null,'town':null,"
                    + "'score':1,'version':'v1'}",
                "{'id':'loan-000004','ts':'2024-01-01T00:00:00.900Z','amount':'Infinity','count':'NaN','owner':null,"
                    + "'since':'2024-01-01T00:00:00.300Z','town':'Ulm','score':0,'version':'v1'}",
            ],
            records.Features(Rows, 1, Scores, "v1").Select(record => Text(record.Value)));
    }

    [Fact]
    public void Records_bear_key_and_event_time()
    {
        using var records = new DemoRecords(Rows.Schema, "loan", EventClock.Default);

        Assert.Equal(
            [("loan-123456", Time + 37_036_200), ("loan-123457", Time + 37_036_500), ("loan-123458", Time + 37_036_800)],
            records.Features(Rows, 123_455, Scores, "v1").Select(record => (record.Key, record.EventTime)));
    }

    [Fact]
    public void A_label_record_holds_key_time_and_class()
    {
        using var records = new DemoRecords(Rows.Schema, "loan", EventClock.Default);
        var label = Assert.Single(records.Labels([new DelayedLabel(1_234_566, Time, "yes")]));

        Assert.Equal(("loan-1234567", Time), (label.Key, label.EventTime));
        Assert.Equal("{'id':'loan-1234567','ts':'2024-01-01T00:00:00.300Z','label':'yes'}", Text(label.Value));
    }

    [Fact]
    public void A_loan_application_reads_well()
    {
        var rows = new AgrawalSource(1, new AgrawalOptions()).Read(1);
        using var records = new DemoRecords(rows.Schema, "loan", EventClock.Default);

        Assert.Matches(
            @"^{'id':'loan-000001','ts':'2024-01-01T00:00:00Z','salary':\d+,'commission':\d+,'age':\d\d,'elevel':'[a-z]+','car':'make-\d\d',"
            + @"'zipcode':'town-\d','hvalue':\d+,'hyears':\d+,'loan':\d+,'score':0.5,'version':'v1'}$",
            Text(Assert.Single(records.Features(rows, 0, [0.5], "v1")).Value));
    }

    /// <summary>The record with single quotes, to be read more easily.</summary>
    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span).Replace('"', '\'');
}
