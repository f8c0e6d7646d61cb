using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Agrawal;

/// <summary>
/// Loan applications without end, by the generator of Agrawal, Imielinski and Swami (1993): attributes drawn at random, a decision by
/// one of ten functions, then noise on the numbers, so that the decision can be learnt well but not perfectly.
/// </summary>
/// <param name="seed">Chooses the applications: application <c>i</c> depends on the seed and <c>i</c> alone.</param>
/// <param name="options">What to make.</param>
public sealed class AgrawalSource(ulong seed, AgrawalOptions options) : IDemoSource
{
    private long next;

    /// <inheritdoc/>
    public Schema Schema => LoanColumns.Schema;

    /// <inheritdoc/>
    public string Target => LoanColumns.Target;

    /// <inheritdoc/>
    public string Positive => LoanColumns.Approved;

    /// <inheritdoc/>
    public string Negative => LoanColumns.Refused;

    /// <inheritdoc/>
    public long? Rows => null;

    /// <inheritdoc/>
    public ILabelRule OtherRule { get; } = new AgrawalRule(options.OtherFunction);

    /// <inheritdoc/>
    public Table Read(int count)
    {
        var applications = new LoanApplication[count];
        var approved = new bool[count];
        for (var row = 0; row < count; row++)
        {
            var random = new KeyedRandom(seed, (ulong)next++);
            var application = Draw(ref random);
            approved[row] = AgrawalFunctions.Approves(options.Function, application);
            applications[row] = Perturb(application, ref random);
        }

        return LoanColumns.ToTable(applications, approved);
    }

    private static LoanApplication Draw(ref KeyedRandom random)
    {
        var salary = Math.Round(20_000 + 130_000 * random.NextDouble());
        var commission = Math.Round(10_000 + 65_000 * random.NextDouble());
        var zipCode = random.Next(9);
        return new(
            salary, salary >= 75_000 ? 0 : commission, 20 + random.Next(61), random.Next(5), random.Next(20), zipCode,
            Math.Round(MeanHouseValue(zipCode) * (0.5 + random.NextDouble())), 1 + random.Next(30),
            Math.Round(500_000 * random.NextDouble()));
    }

    private LoanApplication Perturb(in LoanApplication application, ref KeyedRandom random)
    {
        var houses = MeanHouseValue(application.ZipCode);
        return application with
        {
            Salary = Shift(application.Salary, 20_000, 150_000, ref random),
            Commission = application.Commission == 0 ? 0 : Shift(application.Commission, 10_000, 75_000, ref random),
            Age = (int)Shift(application.Age, 20, 80, ref random),
            HouseValue = Shift(application.HouseValue, 0.5 * houses, 1.5 * houses, ref random),
            YearsOwned = (int)Shift(application.YearsOwned, 1, 30, ref random),
            Loan = Shift(application.Loan, 0, 500_000, ref random),
        };
    }

    private static double MeanHouseValue(int zipCode) => 100_000.0 * (9 - zipCode);

    private double Shift(double value, double minimum, double maximum, ref KeyedRandom random) =>
        Math.Round(Math.Clamp(value + (maximum - minimum) * (2 * random.NextDouble() - 1) * options.Perturbation, minimum, maximum));
}
