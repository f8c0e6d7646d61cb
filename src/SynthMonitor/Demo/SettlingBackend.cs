using SynthMonitor.Respond;

namespace SynthMonitor.Demo;

/// <summary>
/// Lets a response end only when the feeder waits for it and everything that was fed is judged: what follows it then follows at the same row,
/// however long training takes.
/// </summary>
internal sealed class SettlingBackend(IResponseBackend backend, DemoState state) : IResponseBackend
{
    /// <inheritdoc/>
    public async Task<ResponseResult> RunAsync(ResponseRequest request, CancellationToken cancellation)
    {
        try
        {
            return await backend.RunAsync(request, cancellation).ConfigureAwait(false);
        }
        finally
        {
            state.WaitUntil(() => state.HasSettledFor(request.Incident.Id), cancellation);
        }
    }

    /// <inheritdoc/>
    public string EpochAfterRollback(string digestBefore, int number) => backend.EpochAfterRollback(digestBefore, number);
}
