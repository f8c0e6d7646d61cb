using SynthMonitor.Api;

namespace SynthMonitor.Tests.Api;

public sealed class RecentTests
{
    private readonly Recent<string> recent = new(item => item[..1], capacity: 3);

    [Fact]
    public void The_newest_items_are_kept_in_order()
    {
        foreach (var item in new[] { "a", "b", "c", "d" })
        {
            Assert.True(recent.TryAdd(item));
        }

        Assert.Equal(["b", "c", "d"], recent.Newest(10));
        Assert.Equal(["c", "d"], recent.Newest(2));
        Assert.Equal("d", recent.Last);
    }

    [Fact]
    public void An_id_is_there_once_and_its_item_can_be_replaced_in_place()
    {
        recent.TryAdd("a1");
        recent.TryAdd("b1");

        Assert.False(recent.TryAdd("a2"));
        Assert.False(recent.TryReplace("a2", _ => false));
        Assert.False(recent.TryReplace("c2", _ => true));
        Assert.True(recent.TryReplace("a2", _ => true));
        Assert.Equal(["a2", "b1"], recent.Newest(10));
    }

    [Fact]
    public void A_forgotten_id_can_come_again()
    {
        foreach (var item in new[] { "a", "b", "c", "d" })
        {
            recent.TryAdd(item);
        }

        Assert.True(recent.TryAdd("a"));
    }
}
