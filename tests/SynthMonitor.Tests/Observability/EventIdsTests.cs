using System.Reflection;
using Microsoft.Extensions.Logging;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

/// <summary>Every event that is logged has an id of its own, in the range of its area.</summary>
public sealed class EventIdsTests
{
    private const BindingFlags All =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly List<(Type Type, LoggerMessageAttribute Message)> Events =
    [
        .. typeof(EventIds).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All))
            .Select(method => (Type: method.DeclaringType!, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Message is not null).Select(method => (method.Type, method.Message!)),
    ];

    [Fact]
    public void Ids_are_unique()
    {
        Assert.NotEmpty(Events);
        Assert.Empty(Events.GroupBy(one => one.Message.EventId).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void An_id_lies_in_the_range_of_its_area()
    {
        var ranges = typeof(EventIds).GetFields().ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);

        Assert.All(Events, one =>
        {
            var area = one.Type.Namespace!.Split('.')[1];
            Assert.InRange(one.Message.EventId, ranges[area], ranges[area] + 99);
        });
    }
}
