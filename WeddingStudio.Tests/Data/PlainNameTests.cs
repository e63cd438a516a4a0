using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Tests.People.Suggestions;

namespace WeddingStudio.Tests.Data;

public sealed class PlainNameTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Anna", "Anna")]
    [InlineData(" Anna  & Ben ", "Anna  & Ben")]
    [InlineData("An\u0000na\u0007", "Anna")]
    [InlineData("Anna\r\nBen\tCarl", "Anna  Ben Carl")]
    [InlineData("\u202eannA\u202c", "annA")]
    [InlineData("\u2066\u2067\u2068\u2069\u200e\u200f\u061cAnna\ufeff", "Anna")]
    [InlineData("\ud83dAnna\udc8d", "Anna")]
    [InlineData("A\u030angela", "Ångela")]
    [InlineData("👩‍👧 Zoë", "👩‍👧 Zoë")]
    [InlineData("אנה", "אנה")]
    [InlineData("فاطمه\u200cزهرا", "فاطمه\u200cزهرا")]
    [InlineData("\u202e", "")]
    [InlineData(null, "")]
    public void A_name_keeps_what_is_seen_of_it_and_nothing_else(string? given, string kept) => Assert.Equal(kept, PlainName.Of(given));

    [Theory]
    [InlineData("con", "con-wedding")]
    [InlineData("Nul", "nul-wedding")]
    [InlineData("COM1", "com1-wedding")]
    [InlineData("Con & Vera", "con-vera")]
    public void A_weddings_folder_has_a_name_that_Windows_takes(string wedding, string id) =>
        Assert.Equal(id, WeddingSlug.From(wedding).Value);

    [Fact]
    public async Task Names_are_plain_whichever_way_they_came_into_the_database()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Person(1, "Anna\u202e"), Paper.Face(Paper.Photo("a.jpg"), 1),
            new GuestEntry { WeddingId = TestWedding.Id, Name = "\u2068Ben\u2069", Table = "1\u0000", Aliases = "B\u202eenny|Benno" });
        await studio.Store.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Weddings SET Name = {"Robin \u202e& Kim\n"}", Ct), Ct);

        var (wedding, person, guest) = await studio.Store.ReadAsync(async db =>
            (await db.Weddings.SingleAsync(Ct), await db.People.SingleAsync(Ct), await db.GuestEntries.SingleAsync(Ct)), Ct);

        Assert.Equal(("Robin & Kim", "Anna", "Ben", "1", "Benny|Benno"),
            (wedding.Name, person.Name, guest.Name, guest.Table, guest.Aliases));
    }

    [Fact]
    public async Task What_somebody_is_called_by_a_user_is_plain_in_the_journal_too()
    {
        await using var studio = await TestStudio.OpenAsync();
        await QuestionedWedding.FillAsync(studio.Store, TestWedding.Id);

        var outcome = await studio.Get<StudioPipeline>().CorrectAsync(TestWedding.Id, "mia",
            new Statement(CorrectionKind.Named, [QuestionedWedding.Whole], [], []) { Name = "\u202eAn\u0000na\n" }, Ct);

        Assert.True(outcome.Accepted, outcome.Message.English());
        Assert.Equal("This is Anna.", outcome.Message.English());
        Assert.Contains("\"Anna\"", await studio.Store.ReadAsync(db => db.Corrections.Select(c => c.Payload).SingleAsync(Ct), Ct));
    }

    [Fact]
    public async Task A_wedding_is_made_under_a_plain_name_or_not_at_all()
    {
        await using var studio = await TestStudio.OpenAsync();
        var desk = new WeddingDesk(studio.Store, TimeProvider.System, NullLogger<WeddingDesk>.Instance);

        Assert.False((await desk.CreateAsync("\u202e\u0000\n", Ct)).Done);
        var made = await desk.CreateAsync("Con\u0000 \u202e", Ct);

        Assert.Equal((true, "con-wedding"), (made.Done, $"{made.WeddingId}"));
        Assert.Equal("Con", (await desk.OpenAsync(new("con-wedding"), Ct)).Name);
    }
}
