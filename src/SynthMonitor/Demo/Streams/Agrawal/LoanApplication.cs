namespace SynthMonitor.Demo.Streams.Agrawal;

/// <summary>A person who asks for a loan: the nine attributes of Agrawal, Imielinski and Swami (1993), money in whole units.</summary>
/// <param name="Salary">20,000 … 150,000.</param>
/// <param name="Commission">0 where the salary is at least 75,000, else 10,000 … 75,000.</param>
/// <param name="Age">Years: 20 … 80.</param>
/// <param name="EducationLevel">0 … 4.</param>
/// <param name="Car">The make: 0 … 19.</param>
/// <param name="ZipCode">The town: 0 (dear houses) … 8 (cheap ones).</param>
/// <param name="HouseValue">½ … 1½ times 100,000 · (9 − zip code).</param>
/// <param name="YearsOwned">Years since the house was bought: 1 … 30.</param>
/// <param name="Loan">The sum asked for: 0 … 500,000.</param>
public readonly record struct LoanApplication(
    double Salary, double Commission, int Age, int EducationLevel, int Car, int ZipCode, double HouseValue, int YearsOwned, double Loan);
