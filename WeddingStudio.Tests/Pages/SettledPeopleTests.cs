using WeddingStudio.Web.Components.People;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class SettledPeopleTests
{
    private static PersonTile Person(int id, int photos, string? name = null, string? role = null) =>
        new() { Id = id, Name = name, Role = role, PhotoCount = photos, FaceCount = photos, SeenOnce = photos == 1 };

    private static int[] IdsOf(SettledPeople people) => [.. people.InOrder.Select(p => p.Id)];

    [Fact]
    public void Named_people_come_first_by_role_then_the_most_photographed()
    {
        var people = new SettledPeople();

        people.Take([Person(1, 90), Person(2, 5, "Uwe", "uncle"), Person(3, 120), Person(4, 40, "Anna", "bride"), Person(5, 60, "Zed")]);

        Assert.Equal([4, 2, 5, 3, 1], IdsOf(people));
    }

    [Fact]
    public void Names_and_counts_change_in_place()
    {
        var people = new SettledPeople();
        people.Take([Person(1, 90), Person(2, 50), Person(3, 20)]);

        people.Take([Person(1, 10), Person(2, 50), Person(3, 300, "Anna")]);

        Assert.Equal([1, 2, 3], IdsOf(people));
        Assert.Equal("Anna", people.InOrder.Last().Name);
    }

    [Fact]
    public void New_people_wait_until_they_are_asked_for()
    {
        var people = new SettledPeople();
        people.Take([Person(1, 90), Person(2, 50)]);

        people.Take([Person(1, 90), Person(2, 50), Person(3, 70)]);
        Assert.Equal([1, 2], IdsOf(people));
        Assert.Equal(1, people.Waiting);
        people.Settle();

        Assert.Equal([1, 3, 2], IdsOf(people));
        Assert.Equal(0, people.Waiting);
    }

    [Fact]
    public void Someone_merged_away_comes_back_to_their_place_when_that_is_undone()
    {
        var people = new SettledPeople();
        people.Take([Person(1, 90), Person(2, 50), Person(3, 20)]);

        people.Take([Person(1, 140), Person(3, 20)]);
        Assert.Equal([1, 3], IdsOf(people));
        people.Take([Person(1, 90), Person(2, 50), Person(3, 20)]);

        Assert.Equal([1, 2, 3], IdsOf(people));
        Assert.Equal(0, people.Waiting);
    }

    [Fact]
    public void The_rarely_seen_join_their_folded_list_without_waiting()
    {
        var people = new SettledPeople();
        people.Take([Person(1, 90)]);

        people.Take([Person(1, 90), Person(2, 1), Person(3, 2)]);

        Assert.Equal(0, people.Waiting);
        Assert.Equal([1, 3, 2], IdsOf(people));
    }

    [Fact]
    public void Who_grows_out_of_the_folded_list_stays_in_it_until_shown()
    {
        var people = new SettledPeople();
        people.Take([Person(1, 90), Person(2, 2)]);

        people.Take([Person(1, 90), Person(2, 3)]);
        Assert.False(people.IsInFullView(2));
        Assert.Equal(1, people.Waiting);
        people.Settle();

        Assert.True(people.IsInFullView(2));
        Assert.Equal(0, people.Waiting);
    }

    [Fact]
    public void Where_nobody_waits_the_new_come_after_all_others()
    {
        var people = new SettledPeople();
        people.Take([Person(1, 90), Person(2, 50)]);

        people.Take([Person(1, 90), Person(2, 95), Person(3, 70)]);
        people.LetInAtTheEnd();

        Assert.Equal([1, 2, 3], IdsOf(people));
    }

    [Theory]
    [InlineData("ann", true)]
    [InlineData(" BRIDE ", true)]
    [InlineData("groom", false)]
    public void A_search_finds_names_and_roles(string search, bool found) =>
        Assert.Equal(found, PeopleOrder.Matches(StudioWords.English, Person(1, 3, "Anna", "bride"), search));
}
