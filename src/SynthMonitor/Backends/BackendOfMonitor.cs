using SynthMonitor.Respond;

namespace SynthMonitor.Backends;

/// <summary>Gives each monitor's responses to the backend with its own settings.</summary>
/// <param name="backends">The backends by monitor; at least one.</param>
internal sealed class BackendOfMonitor(IReadOnlyDictionary<string, IResponseBackend> backends) : IResponseBackend
{
    /// <inheritdoc/>
    public Task<ResponseResult> RunAsync(ResponseRequest request, CancellationToken cancellation) =>
        backends[request.Epoch.Monitor].RunAsync(request, cancellation);

    /// <inheritdoc/>
    public string EpochAfterRollback(string digestBefore, int number) => backends.Values.First().EpochAfterRollback(digestBefore, number);
}
