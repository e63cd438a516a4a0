using WeddingStudio.Engine.Corrections;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

public sealed class FoldTests
{
    [Fact]
    public void Without_statements_the_people_are_the_base()
    {
        var model = new FoldModel("ab", "a", "a", "b");

        Assert.Equal(model.State.BasePersons, model.Now.PersonOf);
        Assert.Equal([1, 2], model.Now.People.Keys.Order());
    }

    [Fact]
    public void A_name_belongs_to_the_person_and_an_empty_one_clears_it()
    {
        var model = new FoldModel("ab", "a");

        model.Say(Named, [model.Person('a')], name: " Anna ", role: "bride");
        Assert.Equal(("Anna", "bride"), (model.Find('a')!.Name, model.Find('a')!.Role));
        Assert.Null(model.Find('b')!.Name);

        model.Say(Named, [model.Person('a')], name: "");
        Assert.Null(model.Find('a')!.Name);
    }

    [Fact]
    public void A_name_follows_the_faces_over_a_new_base()
    {
        var model = new FoldModel("ab", "a", "a", "b", "b");
        model.Say(Named, [model.Person('a')], name: "Anna");

        model.Regroup(face => face.Id == model.Face('a', 2) ? 'x' : face.Id == model.Face('a', 3) ? 'y' : face.Key);

        Assert.All([1, 2, 3], nth => Assert.Equal("Anna", model.Find('a', nth)!.Name));
        Assert.Null(model.Find('b')!.Name);
    }

    [Fact]
    public void Two_names_stay_with_their_faces_when_a_new_base_takes_both_for_one_person()
    {
        var model = new FoldModel("a", "a", "a", "b", "b");
        model.Say(Named, [model.Person('a')], name: "Anna");
        model.Say(Named, [model.Person('b')], name: "Bea");

        model.Regroup(_ => "all");

        Assert.Equal("Anna", model.Find('a', 3)!.Name);
        Assert.Equal("Bea", model.Find('b', 2)!.Name);
    }

    [Fact]
    public void A_merge_keeps_the_named_and_the_other_id_leads_there()
    {
        var model = new FoldModel("a", "a", "a", "b");
        var (large, named) = (model.Person('a'), model.Person('b'));
        model.Say(Named, [named], name: "Bea");

        model.Say(Merged, [large, named]);

        Assert.Equal(named, model.Person('a'));
        Assert.Equal("Bea", model.Find('a')!.Name);
        Assert.Equal(named, model.Now.Redirects[large]);
    }

    [Theory]
    [InlineData("a,a,b", 'a')]
    [InlineData("a,b,b", 'b')]
    [InlineData("a,b", 'a')]
    public void A_merge_of_unnamed_people_keeps_the_larger_else_the_lower_id(string photos, char kept)
    {
        var model = new FoldModel(photos.Split(','));
        var expected = model.Person(kept);

        model.Say(Merged, [model.Person('b'), model.Person('a')]);

        Assert.Equal(expected, model.Person('a'));
        Assert.Equal(expected, model.Person('b'));
    }

    [Fact]
    public void A_merge_holds_for_faces_a_new_base_adds_to_either_part()
    {
        var model = new FoldModel("a", "a", "b", "b", "x");
        model.Regroup(f => f.Id == model.Face('x') ? null : f.Id <= 2 ? 'a' : 'b');
        model.Say(Merged, [model.Person('a'), model.Person('b')]);

        model.Regroup(f => f.Id <= 2 ? 'a' : 'b');

        Assert.Equal(model.Person('a'), model.Person('x'));
        Assert.Single(model.Now.People);
    }

    [Fact]
    public void A_split_makes_a_new_person_that_a_new_base_cannot_swallow()
    {
        var model = new FoldModel("a", "a", "a", "a", "a");
        var from = model.Person('a');

        var made = model.Say(Split, [from], [model.Face('a', 1), model.Face('a', 2), model.Face('a', 3)]).Outcome.NewPersonId;
        model.Regroup(_ => "all");

        Assert.Equal(made, model.Person('a', 1));
        Assert.Equal(from, model.Person('a', 4));
    }

    [Fact]
    public void New_faces_go_where_most_of_their_group_was_put()
    {
        var model = new FoldModel("a", "a", "a", "a", "a", "x");
        model.Regroup(f => f.Id == 6 ? null : 'a');
        var made = model.Say(Split, [model.Person('a')], [1, 2]).Outcome.NewPersonId;

        model.Regroup(f => f.Id is 1 or 2 or 6 ? "left" : "right");

        Assert.Equal(made, model.Person('x'));
    }

    [Fact]
    public void A_moved_face_stays_where_it_was_put()
    {
        var model = new FoldModel("a", "a", "b", "b");
        var (from, to) = (model.Person('a'), model.Person('b'));

        model.Say(Moved, [from, to], [model.Face('a', 2)]);
        Assert.Equal(to, model.Person('a', 2));

        model.RegroupByLetter();
        Assert.Equal(to, model.Person('a', 2));
        Assert.Equal(from, model.Person('a', 1));
    }

    [Fact]
    public void Faces_that_are_not_this_person_stand_alone_each()
    {
        var model = new FoldModel("a", "a", "a");

        model.Say(NotThisPerson, [model.Person('a')], [2, 3]);
        model.Regroup(_ => "all");

        Assert.Equal(3, model.Now.People.Count);
    }

    [Fact]
    public void A_name_given_to_a_face_that_is_not_this_person_never_comes_back_to_this_person()
    {
        var model = new FoldModel("a", "a", "a", "x");
        var made = model.Say(NotThisPerson, [model.Person('a')], [1]).Outcome.NewPersonId!.Value;
        model.Say(Named, [made], name: "Bea");

        model.Regroup(_ => "all");
        model.Regroup(f => f.Id < 4 ? "all a" : "x");
        model.Regroup(_ => "all");

        Assert.Equal("Bea", model.Find('a', 1)!.Name);
        Assert.All([2, 3], nth => Assert.Null(model.Find('a', nth)!.Name));
    }

    [Fact]
    public void What_is_not_a_face_belongs_to_nobody_until_undone()
    {
        var model = new FoldModel("a", "a");
        var person = model.Person('a');

        model.Say(NotAFace, faces: [1]);
        model.RegroupByLetter();
        Assert.Equal(Anchor.Nobody, model.Person('a', 1));
        Assert.Single(model.Find('a', 2)!.Faces);

        model.Undo();
        Assert.Equal(person, model.Person('a', 1));
    }

    [Fact]
    public void Same_person_joins_whom_the_faces_belong_to()
    {
        var model = new FoldModel("a", "a", "b");

        model.Say(SamePerson, faces: [model.Face('a'), model.Face('b')]);

        Assert.Equal(model.Person('a', 2), model.Person('b'));
    }

    [Fact]
    public void Different_people_parts_what_a_merge_joined_and_says_so_the_other_way_round()
    {
        var model = new FoldModel("a", "a", "b", "b");
        model.Say(Merged, [model.Person('a'), model.Person('b')]);

        model.Say(DifferentPeople, faces: [model.Face('a'), model.Face('b')]);
        Assert.Equal(model.Person('a', 1), model.Person('a', 2));
        Assert.Equal(model.Person('b', 1), model.Person('b', 2));
        Assert.NotEqual(model.Person('a'), model.Person('b'));

        var again = model.Say(Merged, [model.Person('a'), model.Person('b')]);
        Assert.Equal(model.Person('a'), model.Person('b'));
        Assert.Contains("takes the place", again.Outcome.Message.English());
    }

    [Fact]
    public void Different_people_stay_apart_when_a_new_base_joins_them()
    {
        var model = new FoldModel("a", "a", "b", "b");
        model.Say(DifferentPeople, faces: [model.Face('a'), model.Face('b')]);

        model.Regroup(_ => "all");

        Assert.Equal(model.Person('a', 1), model.Person('a', 2));
        Assert.NotEqual(model.Person('a'), model.Person('b'));
    }

    [Fact]
    public void Moving_all_faces_of_a_person_is_a_merge_and_the_id_leads_on()
    {
        var model = new FoldModel("a", "a", "b");
        var (from, to) = (model.Person('b'), model.Person('a'));

        model.Say(Moved, [from, to], [model.Face('b')]);

        Assert.Equal(to, model.Now.Find(from)!.Id);
        Assert.Equal(3, model.Find('a')!.Faces.Count);
    }

    [Fact]
    public void Different_people_leaves_the_name_with_the_persons_own_faces()
    {
        var model = new FoldModel("a", "a", "a", "b");
        model.Say(Named, [model.Person('a')], name: "Anna");
        model.Say(Merged, [model.Person('a'), model.Person('b')]);

        model.Say(DifferentPeople, faces: [model.Face('b'), model.Face('a')]);

        Assert.Equal("Anna", model.Find('a')!.Name);
        Assert.Null(model.Find('b')!.Name);
    }
}
