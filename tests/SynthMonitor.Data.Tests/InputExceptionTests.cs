namespace SynthMonitor.Data.Tests;

public sealed class InputExceptionTests
{
    [Fact]
    public void The_message_is_place_finding_and_expectation()
    {
        Assert.Equal("f, line 2, column c: x; expected y", new InputException("f", 2, "c", "x", "y").Message);
        Assert.Equal("line 2: x", new InputException(null, 2, null, "x").Message);
        Assert.Equal("x", new InputException(null, null, null, "x").Message);
    }

    [Fact]
    public void An_error_is_one_line_whatever_was_found()
    {
        var message = new InputException("f", 1, null, "'a\r\nb'" + new string('x', 1000), "y").Message;
        Assert.StartsWith("f, line 1: 'a\\r\\nb'xxx", message);
        Assert.EndsWith("x…; expected y", message);
        Assert.True(message.Length < 350);
    }

    [Fact]
    public void Several_errors_are_one_exception_with_a_line_each()
    {
        var first = new InputException("f", 1, null, "a");
        var all = new InputException(
            [new InputException([first, new InputException("f", 2, null, "b")]), new InputException("g", 3, null, "c")]);
        Assert.Equal(["f, line 1: a", "f, line 2: b", "g, line 3: c"], all.Errors);
        Assert.Equal("f, line 1: a\nf, line 2: b\ng, line 3: c", all.Message);
        Assert.Equal(("f", 1L), (all.File, all.Line));
        Assert.Equal([first.Message], first.Errors);
    }
}
