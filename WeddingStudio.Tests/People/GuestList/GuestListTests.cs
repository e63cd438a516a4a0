using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.People.GuestList;

namespace WeddingStudio.Tests.People.GuestList;

/// <summary>A guest list given again and again: who is whom when names alone do not tell.</summary>
public sealed class GuestListTests
{
    private const string List = "name,role,table\nAnna Müller,cousin,1\nAnna Müller,aunt,2\nJörg,,3\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_list_again_changes_nothing_in_whatever_order()
    {
        await using var studio = await TestStudio.OpenAsync();
        var first = await ImportAsync(studio, List);
        var guests = await GuestsAsync(studio);

        var again = await ImportAsync(studio, List);
        var turned = await ImportAsync(studio, "name,role,table\nJörg,,3\nAnna Müller,aunt,2\nAnna Müller,cousin,1\n");

        Assert.Equal((3, 0), (first.Added, first.Updated));
        Assert.Equal(["Anna Müller cousin 1", "Anna Müller aunt 2", "Jörg  3"], guests);
        Assert.Equal(((0, 3), (0, 3)), ((again.Added, again.Updated), (turned.Added, turned.Updated)));
        Assert.Equal(guests, await GuestsAsync(studio));
    }

    [Theory]
    [InlineData("Anna Müller,aunt,2", "Anna Müller cousin 1", "Anna Müller aunt 2")] // The cousin is not on this list; nobody is dropped.
    [InlineData("Anna Müller,aunt,7", "Anna Müller cousin 1", "Anna Müller aunt 7")]
    [InlineData("Anna Müller,,1", "Anna Müller cousin 1", "Anna Müller aunt 2")]
    [InlineData("Anna Müller,aunt,1\nAnna Müller,cousin,2", "Anna Müller cousin 2", "Anna Müller aunt 1")] // They changed tables.
    [InlineData("Anna Müller,friend,5\nAnna Müller,aunt,2\nAnna Müller,cousin,1", "Anna Müller cousin 1", "Anna Müller aunt 2",
        "Anna Müller friend 5")]
    public async Task Of_two_of_one_name_the_one_that_is_meant_is_brought_up_to_date(string later, params string[] annas)
    {
        await using var studio = await TestStudio.OpenAsync();
        await ImportAsync(studio, List);

        await ImportAsync(studio, $"name,role,table\n{later}\n");

        Assert.Equal(annas, (await GuestsAsync(studio)).Where(guest => guest.StartsWith("Anna")));
    }

    [Fact]
    public async Task Somebody_known_by_name_alone_gets_what_a_later_list_says_and_a_namesake_beside_them()
    {
        await using var studio = await TestStudio.OpenAsync();
        await ImportAsync(studio, "Anna\nBen\n");

        var later = await ImportAsync(studio, "name,role\nanna,cousin\nAnna,aunt\nBen,uncle\n");

        Assert.Equal((1, 2), (later.Added, later.Updated));
        Assert.Equal(["Anna cousin ", "Ben uncle ", "Anna aunt "], await GuestsAsync(studio));
    }

    private static Task<GuestListOutcome> ImportAsync(TestStudio studio, string list) =>
        studio.Get<GuestListImport>().ImportAsync(TestWedding.Id, GuestListFile.Parse(list), Ct);

    private static async Task<IReadOnlyList<string>> GuestsAsync(TestStudio studio) =>
        await studio.Store.ReadAsync(
            db => db.GuestEntries.OrderBy(g => g.Id).Select(g => $"{g.Name} {g.Role} {g.Table}").ToListAsync(Ct), Ct);
}
