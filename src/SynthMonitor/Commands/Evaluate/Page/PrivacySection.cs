namespace SynthMonitor.Commands.Evaluate.Page;

/// <summary>The section on what synthetic rows give away.</summary>
internal static class PrivacySection
{
    /// <summary>The section.</summary>
    public static string Of(Evaluation evaluation)
    {
        var (closeness, membership) = (evaluation.Closeness, evaluation.Membership);
        var attacks = membership.Attacks.Select(attack =>
            Row($"training rows found by {attack.Name}", $"{attack.Auc:F3}", $"{attack.Lower:F3} … {attack.Upper:F3}", "0.5", $"AUC; {attack.TruePositives:P1} are found where 1 % of the others are taken for one"));
        return $"""
            <h2>What they give away</h2>
            <p>{Verdict(evaluation)} Compared with {closeness.Rows:N0} training and as many holdout rows; {membership.Rows:N0} of each were attacked.</p>
            <div class="scroll"><table><tr><th>measure</th><th class="number">value</th><th class="number">95 % interval</th><th class="number">nothing learnt by heart</th><th></th></tr>
            {Row("nearer to training than to holdout rows", $"{closeness.DcrShare.Value:F3}", $"{closeness.DcrShare.Lower:F3} … {closeness.DcrShare.Upper:F3}", "0.5", "share of synthetic rows")}
            {Row("equal to a training row", $"{closeness.ImsTrain:P2}", "", $"{closeness.ImsHoldout:P2}", "share of synthetic rows; beside it those equal to a holdout row")}
            {Row("nearest to second nearest distance", $"{closeness.NndrTrain:F3}", "", $"{closeness.NndrHoldout:F3}", "5 % quantile, to training rows; beside it to holdout rows")}
            {Row("told from training rows", $"{evaluation.AgainstTrain.Auc:F3}", "", $"{evaluation.AgainstHoldout.Auc:F3}", "AUC of trees; far below 0.5 means copies; beside it against holdout rows")}
            {string.Concat(attacks)}
            </table></div>
            """;
    }

    private static string Verdict(Evaluation evaluation)
    {
        var (closeness, strongest) = (evaluation.Closeness, evaluation.Membership.Strongest);
        var isNear = closeness.DcrShare.Lower > 0.5;
        var isFound = strongest.Lower > 0.5;
        return (isNear, isFound) switch
        {
            (true, true) => "The synthetic rows lie nearer to training rows than chance allows, and an attacker can tell some training rows from others.",
            (true, false) => "The synthetic rows lie nearer to training rows than chance allows; the attacks found no training rows by it.",
            (false, true) => "An attacker can tell some training rows from others.",
            _ => "No sign that rows were learnt by heart was found. That is no proof that none were.",
        };
    }

    private static string Row(string measure, string value, string interval, string best, string note) =>
        $"""<tr><td>{measure}</td><td class="number">{value}</td><td class="number">{interval}</td><td class="number">{best}</td><td>{note}</td></tr>""";
}
