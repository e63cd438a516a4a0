using WeddingStudio.Engine.People;

namespace WeddingStudio.Tests.People;

public sealed class GuestFileTests
{
    [Fact]
    public void A_full_line_is_read_column_by_column()
    {
        var file = GuestFile.Parse("name,role,side,table,household,also_known_as\nAnna Rossi,cousin,bride,4,Rossi,Annie|Nina\n");

        Assert.Equal([new GuestFile.Guest("Anna Rossi", "cousin", "bride", "4", "Rossi", "Annie|Nina")], file.Guests);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("\uFEFFName;Role\r\nZoë Müller;Maid of honor\r\n")]
    [InlineData("name;role\nZoë Müller;maid_of_honor")]
    [InlineData("\"role\",\"name\"\nmaid-of-honor,Zoë Müller\n")]
    public void Separators_byte_order_marks_and_ways_of_writing_a_role_do_not_matter(string text)
    {
        var file = GuestFile.Parse(text);

        Assert.Equal([new GuestFile.Guest("Zoë Müller", "maid_of_honor", null, null, null, null)], file.Guests);
    }

    [Fact]
    public void Plain_names_are_one_guest_per_line()
    {
        var file = GuestFile.Parse("Anna Rossi\r\n\r\n  Li Wei \nMiller, Bob\n");

        Assert.Equal(["Anna Rossi", "Li Wei", "Miller, Bob"], file.Guests.Select(g => g.Name));
    }

    [Fact]
    public void A_broken_line_is_named_and_the_rest_goes_on()
    {
        var file = GuestFile.Parse("name,role\nAnna,cousin\n,friend\nBob,best,man\nCid,wizard\nDora\n");

        Assert.Equal(["Anna", "Cid", "Dora"], file.Guests.Select(g => g.Name));
        Assert.Null(file.Guests[1].Role);
        Assert.Collection(file.Problems,
            p => Assert.StartsWith("line 3: the name is missing", p),
            p => Assert.StartsWith("line 4: 3 columns", p),
            p => Assert.StartsWith("line 5: the role 'wizard'", p));
    }

    [Fact]
    public void A_quote_that_never_closes_spoils_its_own_line_only()
    {
        var file = GuestFile.Parse("name,role\n\"Anna,cousin\nRobert \"Bob\" Miller,friend\n");

        Assert.Equal("Robert \"Bob\" Miller", Assert.Single(file.Guests).Name);
        Assert.Equal("line 2: a quote is opened and not closed", Assert.Single(file.Problems));
    }

    [Fact]
    public void An_empty_file_is_an_empty_list()
    {
        Assert.Empty(GuestFile.Parse("").Guests);
    }
}
