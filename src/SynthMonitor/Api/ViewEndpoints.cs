using System.Text.Json;

namespace SynthMonitor.Api;

/// <summary><c>/api/v1/monitors</c> and the windows, outcomes, incidents and events of each, as JSON.</summary>
internal static class ViewEndpoints
{
    private const int DefaultLimit = 100;

    /// <summary>Adds the endpoints.</summary>
    public static void MapViews(this IEndpointRouteBuilder routes, MonitorViews views)
    {
        var api = routes.MapGroup("/api/v1/monitors");
        api.MapGet("", () => Json(views.Summaries));
        api.MapGet("/{name}/windows", (string name, string? limit) => Answer(views, name, limit, (view, count) => view.Windows(count)));
        api.MapGet("/{name}/outcomes", (string name, string? limit) => Answer(views, name, limit, (view, count) => view.Outcomes(count)));
        api.MapGet("/{name}/incidents", (string name, string? limit) => Answer(views, name, limit, (view, count) => view.Incidents(count)));
        api.MapGet("/{name}/events", (string name, string? limit) => Answer(views, name, limit, (view, count) => view.Events(count)));
    }

    private static IResult Answer<T>(MonitorViews views, string name, string? limit, Func<MonitorView, int, T> read)
    {
        if (views.Find(name) is not { } view)
        {
            return Results.Problem("There is no monitor of this name.", statusCode: StatusCodes.Status404NotFound);
        }

        var count = DefaultLimit;
        return limit is null || (int.TryParse(limit, out count) && count >= 1)
            ? Json(read(view, count))
            : Results.Problem("limit must be a number of at least 1.", statusCode: StatusCodes.Status400BadRequest);
    }

    private static IResult Json<T>(T value) => Results.Json(value, JsonSerializerOptions.Web);
}
