namespace SynthMonitor.Demo.Streams.Agrawal;

/// <summary>
/// The ten functions by which an application belongs to group A, here: is approved. Source: R. Agrawal, T. Imielinski, A. Swami,
/// "Database Mining: A Performance Perspective", IEEE TKDE 5(6), 1993; the factor 0.67 read as 2/3 as in MOA.
/// </summary>
public static class AgrawalFunctions
{
    /// <summary>The number of functions.</summary>
    public const int Count = 10;

    /// <summary>Whether an application is approved.</summary>
    /// <param name="function">The number of the function in the paper: 1 … 10.</param>
    /// <param name="application">The application.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such function.</exception>
    public static bool Approves(int function, in LoanApplication application) => function switch
    {
        1 => application.Age is < 40 or >= 60,
        2 => ByAge(application, application.Salary, 50, 75, 25),
        3 => IsEducationUsual(application),
        4 => BySalaryAndEducation(application),
        5 => BySalaryAndLoan(application),
        6 => ByAge(application, application.Salary + application.Commission, 50, 75, 25),
        7 => Income(application) - application.Loan / 5 - 20_000 > 0,
        8 => Income(application) - Upbringing(application) - 20_000 > 0,
        9 => Income(application) - Upbringing(application) - application.Loan / 5 - 10_000 > 0,
        10 => Income(application) - Upbringing(application) + Equity(application) / 5 - 10_000 > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "the functions are numbered 1 to 10"),
    };

    private static double Income(in LoanApplication application) => 2 * (application.Salary + application.Commission) / 3;

    private static double Upbringing(in LoanApplication application) => 5_000.0 * application.EducationLevel;

    private static double Equity(in LoanApplication application) =>
        application.YearsOwned >= 20 ? application.HouseValue * (application.YearsOwned - 20) / 10 : 0;

    /// <summary>Whether a sum lies in the 50,000-wide band of the age group; bands are given by their lower ends in thousands.</summary>
    private static bool ByAge(in LoanApplication application, double sum, int young, int middle, int old) =>
        IsWithin(sum, application.Age < 40 ? young : application.Age < 60 ? middle : old, 50);

    private static bool IsEducationUsual(in LoanApplication application) => application.Age switch
    {
        < 40 => application.EducationLevel is 0 or 1,
        < 60 => application.EducationLevel is 1 or 2 or 3,
        _ => application.EducationLevel is 2 or 3 or 4,
    };

    private static bool BySalaryAndEducation(in LoanApplication application) => IsEducationUsual(application)
        ? ByAge(application, application.Salary, 25, 50, 50)
        : ByAge(application, application.Salary, 50, 75, 25);

    private static bool BySalaryAndLoan(in LoanApplication application)
    {
        var isSalaryUsual = ByAge(application, application.Salary, 50, 75, 25);
        var lowest = application.Age switch
        {
            < 40 => isSalaryUsual ? 100 : 200,
            < 60 => isSalaryUsual ? 200 : 300,
            _ => isSalaryUsual ? 300 : 100,
        };
        return IsWithin(application.Loan, lowest, 200);
    }

    private static bool IsWithin(double sum, int lowestThousands, int widthThousands) =>
        sum >= lowestThousands * 1000.0 && sum <= (lowestThousands + widthThousands) * 1000.0;
}
