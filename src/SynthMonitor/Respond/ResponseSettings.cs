namespace SynthMonitor.Respond;

/// <summary>When a monitor responds, and for how long a promotion is watched.</summary>
/// <param name="CooldownBlocks">Blocks after a verdict in which no other response begins.</param>
/// <param name="BakeBlocks">Outcome blocks after a promotion over which the new champion has to prove itself.</param>
public sealed record ResponseSettings(int CooldownBlocks = 12, int BakeBlocks = 20)
{
    /// <summary>Whether incidents are answered; otherwise they are only reported.</summary>
    public bool Responds { get; init; } = true;
}
