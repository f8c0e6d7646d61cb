using SynthMonitor.Observability;

namespace SynthMonitor.Api;

/// <summary><c>/livez</c>, <c>/readyz</c> and <c>/startupz</c>: 200 <c>ok</c>, or 503 with a reason a line.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes, Health health)
    {
        routes.MapGet("/livez", () => Answer(health.IsLive, health.FatalErrors));
        routes.MapGet("/readyz", () => Answer(health.IsReady, health.Reasons));
        routes.MapGet("/startupz", () => Answer(health.IsStarted, ["start: the roles are not started"]));
    }

    private static IResult Answer(bool holds, IEnumerable<string> reasons) => holds
        ? Results.Text("ok\n")
        : Results.Text(string.Concat(reasons.Select(reason => reason + "\n")), statusCode: StatusCodes.Status503ServiceUnavailable);
}
