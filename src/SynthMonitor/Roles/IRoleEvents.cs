namespace SynthMonitor.Roles;

/// <summary>Is told how the threads of the roles fare.</summary>
internal interface IRoleEvents
{
    /// <summary>A step went through.</summary>
    void Reached(string role);

    /// <summary>The log cannot be reached; the step is tried again.</summary>
    void Unreachable(string role, Exception exception);

    /// <summary>The role was stopped before the log had taken everything; whoever comes next does the rest again.</summary>
    void Unpublished(string role, Exception exception);

    /// <summary>The role has stopped for good.</summary>
    void Failed(string role, Exception exception);
}
