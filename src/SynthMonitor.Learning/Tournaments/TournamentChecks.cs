using SynthMonitor.Data;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>Refuses input that does not fit together, before any model is trained.</summary>
internal static class TournamentChecks
{
    public static void Check(TournamentInput input)
    {
        input.Task.Validate();
        _ = Outcomes.Of(input.Task, input.Old);
        _ = Outcomes.Of(input.Task, input.Recent);
        if (input.ChampionScores is { } scores && (scores.Rows != input.Recent.Rows || scores.Width != input.Task.Width))
        {
            throw new InputException(
                null, null, null, $"champion scores of {scores.Rows} rows × {scores.Width}", $"{input.Recent.Rows} rows × {input.Task.Width}, as recent rows and task have");
        }

        if (input.ChampionScores is null && input.Champion is { } champion && !Agrees(champion.Task, input.Task))
        {
            throw new InputException(null, null, input.Task.Target, "a champion that predicts something else", $"a {input.Task.Kind} model with the same classes");
        }
    }

    private static bool Agrees(LearningTask champion, LearningTask task) =>
        champion.Kind == task.Kind && champion.Positive == task.Positive && champion.Classes.SequenceEqual(task.Classes);
}
