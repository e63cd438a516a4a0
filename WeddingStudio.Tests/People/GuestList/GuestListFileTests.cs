using System.Text;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.GuestList;

namespace WeddingStudio.Tests.People.GuestList;

public sealed class GuestListFileTests
{
    [Theory]
    [InlineData("name,role,side,table,household,also_known_as\nAnna Ågren,cousin,bride,4,Ågren,Annie|Anni\n")]
    [InlineData("\uFEFFName;Role;Side;Table;Household;Also known as\r\n\"Anna Ågren\"; Cousin ;bride;4;Ågren;Annie|Anni\r\n")]
    public void A_list_with_header_is_read_with_comma_or_semicolon(string text)
    {
        var file = GuestListFile.Parse(Encoding.UTF8.GetBytes(text));

        Assert.Equal(new ListedGuest("Anna Ågren", "cousin", "bride", "4", "Ågren", "Annie|Anni"), Assert.Single(file.Guests));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Plain_names_one_per_line_are_a_list()
    {
        var file = GuestListFile.Parse("Anna\n\n  Ben O'Neill, jun.  \r\n");

        Assert.Equal(["Anna", "Ben O'Neill, jun."], file.Guests.Select(g => g.Name));
    }

    [Fact]
    public void A_broken_line_is_named_with_its_number_and_the_rest_goes_on()
    {
        var file = GuestListFile.Parse("name,role\nAnna,cousin\n\"Ben,friend\n,aunt\nCleo,friend,extra\nDan,king\nEva\n");

        Assert.Equal(["Anna", "Dan", "Eva"], file.Guests.Select(g => g.Name));
        Assert.Equal([3, 4, 5, 6], file.Problems.Select(p => p.Line));
        Assert.Contains("quotation mark", file.Problems[0].Reason);
        Assert.Contains("king", file.Problems[3].Reason);
    }

    [Fact]
    public void Letters_that_cannot_be_told_say_how_to_save_the_file()
    {
        // "Иван" in the letters of Windows for Russian.
        var file = GuestListFile.Parse([0xC8, 0xE2, 0xE0, 0xED]);

        Assert.Empty(file.Guests);
        Assert.Contains("CSV UTF-8", Assert.Single(file.Problems).Reason);
    }

    [Fact]
    public void An_empty_file_is_an_empty_list()
    {
        var file = GuestListFile.Parse("");

        Assert.Empty(file.Guests);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Guests_are_linked_to_people_of_their_name_each_to_one()
    {
        GuestEntry[] entries =
        [
            new() { WeddingId = TestWedding.Id, Name = "Anna" }, new()
            {
                WeddingId = TestWedding.Id, Name = "Robert", Aliases = "Bob|Bobby",
            },
            new() { WeddingId = TestWedding.Id, Name = "Bob" }, new() { WeddingId = TestWedding.Id, Name = "Anna" },
        ];

        GuestLinks.Link(entries, [new(7, "anna", 3, null), new(8, "Anna", 9, null), new(9, "Bob", 1, null), new(10, "Bobby", 1, null)]);

        Assert.Equal([8, 10, 9, 7], entries.Select(e => e.PersonId));
    }

    [Fact]
    public void Of_two_guests_of_one_name_each_is_linked_to_whoever_has_their_role()
    {
        GuestEntry[] entries = [new() { WeddingId = TestWedding.Id, Name = "Anna", Role = "cousin" },
            new() { WeddingId = TestWedding.Id, Name = "Anna", Role = "aunt" }];

        GuestLinks.Link(entries, [new(7, "Anna", 9, "aunt"), new(8, "Anna", 3, null)]);

        Assert.Equal([8, 7], entries.Select(e => e.PersonId));
    }
}
