namespace SynthMonitor.Respond;

/// <summary>Does the work of a response: training data, synthetic edge cases, candidates, verdict.</summary>
public interface IResponseBackend
{
    /// <summary>Does the work. It may run twice for one request; its result counts once.</summary>
    /// <exception cref="Data.InputException">The data do not allow it, such as too few labelled rows.</exception>
    Task<ResponseResult> RunAsync(ResponseRequest request, CancellationToken cancellation);

    /// <summary>The epoch that follows when a promotion is taken back: that of before it, under the next number.</summary>
    string EpochAfterRollback(string digestBefore, int number);
}
