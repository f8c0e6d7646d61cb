namespace SynthMonitor.Data.Schemas;

/// <summary>How a column of one sample is compared with the reference's.</summary>
public enum ColumnTest
{
    /// <summary>Anderson–Darling on numbers that are kept one by one, G on cells else.</summary>
    Automatic,

    /// <summary>Not at all.</summary>
    Ignore,

    /// <summary>The Anderson–Darling test of numbers.</summary>
    AndersonDarling,

    /// <summary>The Kolmogorov–Smirnov test of numbers.</summary>
    KolmogorovSmirnov,

    /// <summary>The Cramér–von Mises test of numbers.</summary>
    CramerVonMises,

    /// <summary>The Mann–Whitney test of location of numbers.</summary>
    MannWhitney,

    /// <summary>Welch's test of the means of numbers.</summary>
    Welch,

    /// <summary>The Brunner–Munzel test of location of numbers.</summary>
    BrunnerMunzel,

    /// <summary>Levene's test of the spread of numbers, about the medians.</summary>
    Levene,

    /// <summary>The Epps–Singleton test of numbers.</summary>
    EppsSingleton,

    /// <summary>Kuiper's test of numbers.</summary>
    Kuiper,

    /// <summary>The likelihood-ratio test on cells.</summary>
    G,

    /// <summary>Pearson's χ² test on cells.</summary>
    ChiSquared,

    /// <summary>The population stability index on cells.</summary>
    PopulationStability,

    /// <summary>The Jensen–Shannon distance to base 2 on cells.</summary>
    JensenShannon,

    /// <summary>The Kullback–Leibler divergence on cells.</summary>
    KullbackLeibler,

    /// <summary>The Hellinger distance on cells.</summary>
    Hellinger,

    /// <summary>The total variation distance on cells.</summary>
    TotalVariation,

    /// <summary>The largest difference of a cell's share.</summary>
    LargestDifference,

    /// <summary>The first Wasserstein distance of numbers, in standard deviations of the reference.</summary>
    Wasserstein,

    /// <summary>The energy distance of numbers.</summary>
    Energy,
}
