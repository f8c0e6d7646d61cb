using SynthMonitor.Data;
using SynthMonitor.Learning.Registry;

namespace SynthMonitor.Learning.Tests.Registry;

public sealed class FileRegistryTests : IDisposable
{
    internal static readonly ModelCard Card = new()
    {
        Monitor = "loans",
        Trainer = "lightgbm",
        Recipe = "recent only",
        Task = Samples.Task,
        CreatedAt = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
        DataWindow = new DataWindow(new DateTimeOffset(2023, 12, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), 1200),
        ReferenceDigest = "r",
        Trigger = "loans|1|covariate|7",
        Gate = new GateResult("promote", 0.71, 0.82, 400, ["better"]),
        SyntheticShare = 0.25,
    };

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void An_artefact_is_found_by_its_digest_with_its_card()
    {
        var registry = new FileRegistry(folder.Path);
        var digest = registry.Store([1, 2, 3], Card);
        Assert.Equal("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", digest);
        Assert.Equal(digest, registry.Store([1, 2, 3], Card));
        Assert.Equal([1, 2, 3], new FileRegistry(folder.Path).Read(digest));
        var card = registry.Card(digest)!;
        Assert.Equal(Card.Gate!.Reasons, card.Gate!.Reasons);
        Assert.Equal(Card with { Gate = null, Task = Samples.Task }, card with { Gate = null, Task = Samples.Task });
    }

    [Fact]
    public void A_model_comes_back_as_it_was()
    {
        var registry = new FileRegistry(folder.Path);
        var rows = Samples.Loans(200, 1);
        var model = Samples.Train(rows);
        Assert.Equal(model.Score(rows), registry.Load(registry.Store(model, Card)).Score(rows));
    }

    [Fact]
    public void A_damaged_artefact_is_refused()
    {
        var registry = new FileRegistry(folder.Path);
        var digest = registry.Store([1, 2, 3], Card);
        File.WriteAllBytes(Path.Combine(folder.Path, "artefacts", digest), [1, 2, 4]);
        Assert.Contains("damaged", Assert.Throws<InputException>(() => registry.Read(digest)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void What_is_no_digest_is_refused(string digest) => Assert.Throws<InputException>(() => new FileRegistry(folder.Path).Read(digest));

    [Fact]
    public void Promotion_and_rollback_are_seen_by_others_and_counted()
    {
        var registry = new FileRegistry(folder.Path);
        var (first, second) = (registry.Store([1], Card), registry.Store([2], Card));
        registry.Promote("loans", first, cancellationToken: TestContext.Current.CancellationToken);
        registry.Promote("loans", second, cancellationToken: TestContext.Current.CancellationToken);
        registry.Promote("loans", second, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(new Aliases(2, second, null, first), new FileRegistry(folder.Path).Aliases("loans"));
        registry.Rollback("loans", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(new Aliases(3, first), new FileRegistry(folder.Path).Aliases("loans"));
        Assert.Equal(Aliases.None, registry.Aliases("others"));
    }

    [Fact]
    public void Only_what_is_stored_is_promoted() => Assert.Throws<InputException>(
        () => new FileRegistry(folder.Path).Promote("loans", new string('a', 64), cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public void A_change_decided_on_an_older_revision_is_refused()
    {
        var registry = new FileRegistry(folder.Path);
        var (first, second) = (registry.Store([1], Card), registry.Store([2], Card));
        registry.Promote("loans", first, expectedRevision: 0, TestContext.Current.CancellationToken);
        var conflict = Assert.Throws<RegistryConflictException>(() => registry.Promote("loans", second, expectedRevision: 0, TestContext.Current.CancellationToken));
        Assert.Equal(1, conflict.Found);
        Assert.Equal(first, registry.Aliases("loans").Champion);
    }

    [Fact]
    public void Concurrent_changes_all_count()
    {
        var registries = Enumerable.Range(0, 4).Select(_ => new FileRegistry(folder.Path)).ToArray();
        Parallel.ForEach(registries, registry =>
        {
            for (var i = 0; i < 10; i++)
            {
                registry.Change("loans", aliases => aliases with { Challenger = $"{aliases.Revision}" }, null, TestContext.Current.CancellationToken);
            }
        });
        Assert.Equal(new Aliases(40, Challenger: "39"), registries[0].Aliases("loans"));
    }

    [Fact]
    public void Waiting_for_the_lock_can_be_cancelled()
    {
        var registry = new FileRegistry(folder.Path);
        using var held = new FileStream(Path.Combine(folder.Path, "aliases", "loans.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Assert.ThrowsAny<OperationCanceledException>(
            () => registry.Change("loans", aliases => aliases with { Challenger = "x" }, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Monitors_may_bear_any_name()
    {
        var registry = new FileRegistry(folder.Path);
        registry.Change("../a/b c", aliases => aliases with { Challenger = "x" }, null, TestContext.Current.CancellationToken);
        Assert.Equal("x", registry.Aliases("../a/b c").Challenger);
        Assert.Equal(["aliases", "artefacts"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_says_so()
    {
        File.WriteAllText(folder.File("file"), "");
        var fault = Assert.Throws<InputException>(() => new FileRegistry(folder.File("file")));
        Assert.Contains("cannot be written", fault.Message, StringComparison.Ordinal);
        Assert.Equal(folder.File("file"), fault.File);
    }

    [Fact]
    public void Aliases_that_are_no_json_are_refused_with_their_line()
    {
        var registry = new FileRegistry(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "aliases", "loans.json"), "{\n  \"revision\": oops");
        Assert.Equal(2, Assert.Throws<InputException>(() => registry.Aliases("loans")).Line);
    }

    public void Dispose() => folder.Dispose();
}
