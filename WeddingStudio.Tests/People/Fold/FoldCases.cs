using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Fold;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

/// <summary>Faults that the properties found, each the smallest case that shows it.</summary>
public sealed class FoldCases
{
    private readonly FoldProperties _properties = new();

    /// <summary>
    /// A face parted from a person lay in a group that took that person's id, held back by a name or
    /// hidden by a merge alone; that was taken back.
    /// </summary>
    [Fact]
    public void A_parted_face_stays_parted_when_what_else_was_said_of_it_is_undone()
    {
        _properties.Every_live_statement_holds([(3, 0, 0, 0), (0, 0, 0, 0), (12, 16, 90, 1), (10, 0, 0, 0)]);
        _properties.Every_live_statement_holds([(6, 0, 1, 5), (3, 0, 239, 5), (1, 0, 229, 3), (12, 0, 205, 91), (10, 0, 0, 3)]);
    }

    /// <summary>
    /// In the second half of the photos of another pack the person's faces belonged to nobody yet, and were not asked about.
    /// </summary>
    [Fact]
    public void A_parted_face_stays_parted_from_faces_that_another_pack_has_just_read() =>
        _properties.Every_live_statement_holds([(4, 240, 0, 13), (17, 37, 0, 97)]);

    /// <summary>
    /// A face found again took its old number though another face of its photo bore it by now; one that a user took from somebody met in
    /// the base whom a later base joined to them.
    /// </summary>
    [Fact]
    public void No_base_has_two_faces_of_one_photo_in_one_person()
    {
        _properties.Undoing_everything_gives_the_uncorrected_state([(127, 0, 0, 35), (104, 0, 17, 92), (214, 24, 0, 245)]);
        _properties.Undoing_everything_gives_the_uncorrected_state([(0, 0, 0, 0), (216, 0, 16, 85), (236, 178, 128, 215)]);
    }

    /// <summary>A number a fold gave out between two bases, and a statement then spoke of, was given to somebody else.</summary>
    [Fact]
    public void A_number_somebody_spoke_of_is_not_given_out_again() =>
        _properties.Every_live_statement_holds([(138, 0, 12, 61), (238, 0, 4, 41), (171, 0, 0, 0), (65, 0, 0, 0), (3, 0, 38, 5)]);

    /// <summary>Somebody parted from a double in one photo got another number as soon as a photo rule spoke of them.</summary>
    [Fact]
    public void A_photo_rule_leaves_its_person_the_number_they_have() =>
        _properties.A_number_goes_on_only_with_more_than_half_of_its_faces(
            [(1, 0, 2, 0), (17, 7, 0, 10), (17, 0, 79, 0), (21, 0, 0, 0), (9, 191, 0, 0)]);

    [Fact]
    public void What_is_said_of_a_photo_for_everybody_takes_the_place_of_what_was_said_for_one()
    {
        var model = new FoldModel("ab", "a");
        model.Say(NeverShow, [model.Person('a')], photos: [101]);

        var said = model.Say(AlwaysShow, photos: [101]);

        Assert.EndsWith("takes the place of what was said before.", said.Outcome.Message.English());
        Assert.Equal(new FoldedRule(101, null, PhotoRuleKind.AlwaysShow), Assert.Single(model.Now.Rules));
        model.Say(AlwaysShow, photos: [101], on: false);
        Assert.Empty(model.Now.Rules);
    }

    [Fact]
    public void What_was_said_of_a_photo_for_everybody_goes_on_for_the_others_when_somebody_is_left_out()
    {
        var model = new FoldModel("abc", "a");
        model.Say(NeverShow, photos: [101]);

        model.Say(AlwaysShow, [model.Person('a')], photos: [101]);
        model.Say(NeverShow, [model.Person('b')], photos: [101], on: false);

        Assert.Equal([(model.Person('a'), PhotoRuleKind.AlwaysShow), (model.Person('c'), PhotoRuleKind.NeverShow)],
            model.Now.Rules.Select(r => (r.PersonId!.Value, r.Kind)).Order());
    }

    [Fact]
    public void A_rule_for_two_people_follows_each_of_them_to_a_new_number()
    {
        var model = new FoldModel("ab", "b", "a", "c", "c", "d", "d");
        var (a, b) = (model.Person('a'), model.Person('b'));
        model.Say(NeverShow, [a, b], photos: [101]);

        // Two groups swallow them; neither keeps the number of the smaller.
        model.Regroup(f => f.Id == model.Face('a') || f.Id == model.Face('a', 2) || "c".Contains(LetterOf(f.Id)) ? "ac" : "bd");

        Assert.Equal(2, model.Now.Rules.Count(r => r.PhotoId == 101));
        Assert.Equal(new[] { model.Person('a'), model.Person('b') }.Order(), model.Now.Rules.Select(r => r.PersonId!.Value).Order());

        static char LetterOf(int face) => "abbaccdd"[face - 1];
    }

    [Fact]
    public void Undo_is_refused_when_a_later_statement_is_about_the_same_face_read_anew()
    {
        var model = new FoldModel("a", "a");
        model.Say(NotAFace, faces: [1], user: FoldModel.Kim);
        model.ReadAnew(101, new Random(1), share: 1);
        var face = model.State.Faces.Single(f => f.PhotoId == 101);
        Assert.NotEqual(new FaceBox(0, 0, 50, 50), face.Box);
        Assert.True(model.Say(FaceDrawn, [model.Person('a', 2)], [face.Id], user: FoldModel.Robin).Outcome.Accepted);

        Assert.Contains("rests on it", model.Undo(FoldModel.Kim).Outcome.Message.English());
    }

    [Fact]
    public void A_face_that_was_spoken_of_and_not_found_again_comes_back_with_a_redo()
    {
        var model = new FoldModel("ab", "a");
        model.Say(Named, [model.Person('a')], name: "Anna");
        model.Undo();

        model.ReadAnew(101, new Random(1), share: 0);
        Assert.All(model.State.Faces.Where(f => f.PhotoId == 101), f => Assert.Null(model.Now.PersonOfFace(f.Id)));
        model.Redo();

        Assert.Equal("Anna", model.Now.PersonOfFace(model.State.Faces.Single(f => f.PhotoId == 101).Id)!.Name);
        Assert.Empty(model.Now.Lost);
    }

    /// <summary>
    /// At a checkpoint half way through another pack, faces of photos still to be read belong to nobody: a
    /// drawn one then was left out of the last base.
    /// </summary>
    [Fact]
    public void A_drawn_face_is_whose_it_is_said_to_be_when_its_photo_is_read_again()
    {
        var model = new FoldModel("abX", "a", "b");
        var drawn = model.Draw(new FoldModel.Place(101, 2), new Random(1));
        model.Say(FaceDrawn, [model.Person('a')], [drawn]);

        model.Wait([101]);
        model.Regroup(f => f.Key);
        model.ReadAgain(101);

        Assert.NotNull(model.Rows.Single(f => f.Drawn).PersonId);
    }
}
