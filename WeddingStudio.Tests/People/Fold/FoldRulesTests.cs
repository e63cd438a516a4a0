using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

/// <summary>Hidden people, photo rules, drawn and lost faces, two faces in one photo.</summary>
public sealed class FoldRulesTests
{
    [Fact]
    public void Hidden_holds_over_merges_and_can_be_taken_back()
    {
        var model = new FoldModel("a", "a", "b");
        model.Say(Hidden, [model.Person('b')]);
        Assert.True(model.Find('b')!.Hidden);

        var merge = model.Say(Merged, [model.Person('a'), model.Person('b')]);
        Assert.True(model.Find('a')!.Hidden);
        Assert.Contains("hidden", merge.Outcome.Message.English());

        model.Say(Hidden, [model.Person('a')], on: false);
        Assert.False(model.Find('a')!.Hidden);
    }

    [Fact]
    public void Of_two_rules_for_one_photo_and_person_the_later_wins()
    {
        var model = new FoldModel("a", "b");
        var person = model.Person('a');

        model.Say(AlwaysShow, [person], photos: [101]);
        Assert.EndsWith("takes the place of what was said before.",
            model.Say(NeverShow, [person], photos: [101]).Outcome.Message.English());
        model.Say(KeptFromGuests, photos: [102]);

        Assert.Equal([(101, person, PhotoRuleKind.NeverShow), (102, null, PhotoRuleKind.KeptFromGuests)],
            model.Now.Rules.Select(r => (r.PhotoId, r.PersonId, r.Kind)).OrderBy(r => r.PhotoId));
    }

    [Fact]
    public void A_photo_rule_follows_its_person_to_a_new_number_and_through_a_merge()
    {
        var model = new FoldModel("a", "a", "b", "b", "b");
        model.Say(NeverShow, [model.Person('a')], photos: [101]);

        model.Say(Merged, [model.Person('a'), model.Person('b')]);
        Assert.Equal(model.Person('b'), Assert.Single(model.Now.Rules).PersonId);
        model.Undo();

        model.Regroup(_ => "all");
        Assert.Equal(model.Person('b'), Assert.Single(model.Now.Rules).PersonId);
    }

    [Fact]
    public void A_drawn_face_belongs_to_whom_it_was_drawn_for()
    {
        var model = new FoldModel("a", "x");
        model.Regroup(f => f.Id == 1 ? 'a' : null);

        model.Say(FaceDrawn, [model.Person('a')], [model.Face('x')]);

        Assert.Equal(model.Person('a'), model.Person('x'));
    }

    [Fact]
    public void A_face_that_is_not_found_again_is_reported_and_comes_back()
    {
        var model = new FoldModel("a", "a");
        model.Say(Named, [model.Person('a')], name: "Anna");
        var all = model.State.Faces;

        model.State = model.State with { Faces = [all[1]] };
        Assert.Equal("hash-101", Assert.Single(model.Now.Lost).Anchor.ContentHash);
        Assert.Equal("Anna", model.Find('a', 2)!.Name);

        model.State = model.State with { Faces = all };
        Assert.Empty(model.Now.Lost);
        Assert.Equal("Anna", model.Find('a', 1)!.Name);
    }

    [Fact]
    public void Two_faces_of_one_photo_are_two_people_when_a_new_base_meets_an_old_statement()
    {
        var model = new FoldModel("ax", "a", "a");
        model.Say(Named, [model.Person('a')], name: "Anna");

        model.Regroup(f => f.Id == model.Face('a', 1) ? "other" : "anna");

        Assert.Equal("Anna", model.Find('a', 1)!.Name);
        Assert.NotEqual(model.Person('a'), model.Person('x'));
        var alone = model.Person('x');
        model.Say(Hidden, [alone]);
        Assert.Equal(alone, model.Person('x'));
    }

    [Fact]
    public void A_strip_that_the_base_gives_to_one_person_is_theirs_whatever_is_said_of_them()
    {
        var model = new FoldModel("aaa", "a", "b");
        Assert.Equal(2, model.Now.People.Count);

        model.Say(Named, [model.Person('a')], name: "Anna");
        Assert.Equal(4, model.Find('a')!.Faces.Count);
        model.Say(Merged, [model.Person('a'), model.Person('b')]);
        Assert.Equal(5, model.Find('a')!.Faces.Count);
        model.Undo();
        model.Say(NotThisPerson, [model.Person('a')], [model.Face('a', 2)]);

        Assert.Equal([model.Person('a'), model.Person('a'), model.Person('a')], new[] { 1, 3, 4 }.Select(nth => model.Person('a', nth)));
        Assert.NotEqual(model.Person('a'), model.Person('a', 2));
        model.RegroupByLetter();
        Assert.NotEqual(model.Person('a'), model.Person('a', 2));
        model.ReadAnew(101, new Random(1), share: 1);
        Assert.Equal(3, model.Find('a', 4)!.Faces.Count);
    }

    [Fact]
    public void Two_faces_of_a_torn_strip_are_given_one_name_without_a_contradiction()
    {
        var model = new FoldModel("amn", "a", "b");

        Assert.True(model.Say(Named, [model.Person('a')], name: "Anna").Outcome.Accepted);
        var merged = model.Say(Merged, [model.Person('a'), model.Person('m')]);
        var moved = model.Say(Moved, [model.Person('n'), model.Person('a')], [model.Face('n')]);

        Assert.All(new[] { merged, moved }, said => Assert.DoesNotContain("takes the place", said.Outcome.Message.English()));
        Assert.All("amn", letter => Assert.Equal("Anna", model.Find(letter)!.Name));
        model.RegroupByLetter();
        Assert.All("amn", letter => Assert.Equal("Anna", model.Find(letter)!.Name));
    }

    [Fact]
    public void A_mirror_shows_one_person_twice_when_a_user_says_so()
    {
        var model = new FoldModel("am", "a");

        model.Say(Moved, [model.Person('m'), model.Person('a')], [model.Face('m')]);
        Assert.Equal(model.Person('a'), model.Person('m'));

        model.RegroupByLetter();
        Assert.Equal(model.Person('a'), model.Person('m'));
    }
}
