using Spectre.Console;

namespace SynthMonitor.Demo.Screen;

/// <summary>The state of the stream in a block.</summary>
internal enum Phase
{
    /// <summary>As the reference.</summary>
    Steady,

    /// <summary>Since an incident's onset.</summary>
    Drifted,

    /// <summary>Under a promoted model.</summary>
    Renewed,
}

/// <summary>The few colours of the screen; each has one meaning.</summary>
internal static class Styles
{
    public static Style Soft { get; } = new(Color.Grey);

    public static Style Calm { get; } = new(Color.Blue);

    public static Style Good { get; } = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Of(Phase phase) => phase switch
    {
        Phase.Drifted => Bad,
        Phase.Renewed => Good,
        _ => Calm,
    };
}
