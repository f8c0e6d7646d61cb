using System.Globalization;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Evaluate.Pages;

/// <summary>What synthetic rows give away.</summary>
/// <param name="Evaluation">What was measured.</param>
internal sealed record PrivacySection(Evaluation Evaluation)
{
    private bool IsNear => Evaluation.Closeness.DcrShare.Lower > 0.5;

    private bool IsFound => Evaluation.Membership.Strongest.Lower > 0.5;

    /// <summary>Whether no sign was found that rows were learnt by heart.</summary>
    public bool IsGood => !IsNear && !IsFound;

    /// <summary>What was found, in a sentence.</summary>
    public string Verdict => (IsNear, IsFound) switch
    {
        (true, true) => "The synthetic rows lie nearer to training rows than chance allows, and an attacker can tell some training rows from others.",
        (true, false) => "The synthetic rows lie nearer to training rows than chance allows; the attacks found no training rows by it.",
        (false, true) => "An attacker can tell some training rows from others.",
        _ => "No sign that rows were learnt by heart was found. That is no proof that none were.",
    };

    /// <summary>The section.</summary>
    public Html Body
    {
        get
        {
            var (closeness, membership) = (Evaluation.Closeness, Evaluation.Membership);
            var attacks = membership.Attacks.Select(attack => Row(
                $"training rows found by {attack.Name}", Text(attack.Auc, "F3"), $"{Text(attack.Lower, "F3")} … {Text(attack.Upper, "F3")}", "0.5",
                $"AUC; {Text(attack.TruePositives, "P1")} are found where 1 % of the others are taken for one"));
            return Html.Of(
                $"""
                <p>Compared with {closeness.Rows:N0} training and as many holdout rows; {membership.Rows:N0} of each were attacked.</p>
                {ReportTable.Of(
                    "Beside each value what it would be of rows of which nothing was learnt by heart",
                    ["Measure", "Value", "95 % interval", "Nothing by heart", "What it is"],
                    [
                        Row("nearer to training than to holdout rows", Text(closeness.DcrShare.Value, "F3"), $"{Text(closeness.DcrShare.Lower, "F3")} … {Text(closeness.DcrShare.Upper, "F3")}", "0.5", "share of synthetic rows"),
                        Row("equal to a training row", Text(closeness.ImsTrain, "P2"), "", Text(closeness.ImsHoldout, "P2"), "share of synthetic rows; beside it those equal to a holdout row"),
                        Row("nearest to second nearest distance", Text(closeness.NndrTrain, "F3"), "", Text(closeness.NndrHoldout, "F3"), "5 % quantile, to training rows; beside it to holdout rows"),
                        Row("told from training rows", Text(Evaluation.AgainstTrain.Auc, "F3"), "", Text(Evaluation.AgainstHoldout.Auc, "F3"), "AUC of trees; far below 0.5 means copies; beside it against holdout rows"),
                        .. attacks,
                    ])}
                """);
        }
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static IReadOnlyList<Html> Row(params string[] cells) => [.. cells.Select(cell => Html.Of($"{cell}"))];
}
