using WeddingStudio.Engine.People.Statements;
using static WeddingStudio.Contracts.CorrectionKind;
using static WeddingStudio.Tests.People.Fold.FoldModel;

namespace WeddingStudio.Tests.People.Fold;

public sealed class UndoTests
{
    [Fact]
    public void Undo_takes_back_the_users_own_last_statement_and_redo_brings_it_back()
    {
        var model = new FoldModel("a", "b");
        model.Say(Named, [model.Person('a')], name: "Anna", user: Kim);
        model.Say(Named, [model.Person('b')], name: "Bea", user: Robin);

        Assert.True(model.Undo(Kim).Outcome.Accepted);
        Assert.Null(model.Find('a')!.Name);
        Assert.Equal("Bea", model.Find('b')!.Name);

        Assert.True(model.Redo(Kim).Outcome.Accepted);
        Assert.Equal("Anna", model.Find('a')!.Name);
    }

    [Fact]
    public void Undo_and_redo_go_all_the_way_back_and_forth()
    {
        var model = new FoldModel("a", "a", "a", "b");
        model.Say(Named, [model.Person('a')], name: "Anna");
        var made = model.Say(Split, [model.Person('a')], [2]).Outcome.NewPersonId!.Value;
        model.Say(Merged, [made, model.Person('b')]);
        var after = model.Now.PersonOf;

        Assert.All([1, 2, 3], _ => Assert.True(model.Undo().Outcome.Accepted));
        Assert.Equal("There is nothing left to undo.", model.Undo().Outcome.Message.English());
        Assert.Equal(model.State.BasePersons, model.Now.PersonOf);

        Assert.All([1, 2, 3], _ => Assert.True(model.Redo().Outcome.Accepted));
        Assert.Equal("There is nothing to redo.", model.Redo().Outcome.Message.English());
        Assert.Equal(after, model.Now.PersonOf);
        Assert.Equal("Anna", model.Find('a')!.Name);
    }

    [Fact]
    public void Undo_is_refused_with_a_reason_while_somebody_elses_statement_rests_on_it()
    {
        var model = new FoldModel("a", "b");
        model.Say(Merged, [model.Person('a'), model.Person('b')], user: Kim);
        model.Say(Named, [model.Person('a')], name: "Anna", user: Robin);

        var refused = model.Undo(Kim).Outcome;
        Assert.False(refused.Accepted);
        Assert.Contains("rests on it", refused.Message.English());

        model.Undo(Robin);
        Assert.True(model.Undo(Kim).Outcome.Accepted);
    }

    [Fact]
    public void Undo_is_free_when_others_spoke_of_other_people_or_other_things()
    {
        var model = new FoldModel("a", "b", "c");
        model.Say(Named, [model.Person('a')], name: "Anna", user: Kim);
        model.Say(Hidden, [model.Person('a')], user: Robin);
        model.Say(Merged, [model.Person('b'), model.Person('c')], user: Robin);

        Assert.True(model.Undo(Kim).Outcome.Accepted);
    }

    [Fact]
    public void Redo_is_refused_once_somebody_has_said_something_about_the_same_people()
    {
        var model = new FoldModel("a", "b");
        model.Say(Merged, [model.Person('a'), model.Person('b')], user: Kim);
        model.Undo(Kim);
        model.Say(Named, [model.Person('b')], name: "Bea", user: Robin);

        Assert.False(model.Redo(Kim).Outcome.Accepted);
        Assert.Equal("Bea", model.Find('b')!.Name);
    }

    [Fact]
    public void A_new_statement_ends_redoing()
    {
        var model = new FoldModel("a", "b");
        model.Say(Named, [model.Person('a')], name: "Anna");
        model.Undo();
        model.Say(Named, [model.Person('b')], name: "Bea");

        Assert.Equal("There is nothing to redo.", model.Redo().Outcome.Message.English());
    }

    [Fact]
    public void Redo_of_a_split_gives_the_new_person_the_same_number()
    {
        var model = new FoldModel("a", "a");
        var made = model.Say(Split, [model.Person('a')], [2]).Outcome.NewPersonId;
        model.Undo();
        model.Redo();

        Assert.Equal(made, model.Person('a', 2));
    }

    [Theory]
    [InlineData(Named, "no person 99")]
    [InlineData(Hidden, "no person 99")]
    [InlineData(Merged, "no person 99")]
    public void Statements_about_unknown_people_are_refused(CorrectionKind kind, string reason)
    {
        var model = new FoldModel("a");

        var said = model.Say(kind, [99]);

        Assert.False(said.Outcome.Accepted);
        Assert.Contains(reason, said.Outcome.Message.English());
    }

    [Fact]
    public void Statements_that_make_no_sense_are_refused_in_words()
    {
        var model = new FoldModel("a", "a", "b");
        int a = model.Person('a'), b = model.Person('b');

        Said[] refused =
        [
            model.Say(Named, [a], name: new string('x', 121)),
            model.Say(Named, [a], name: "Anna", role: "king"),
            model.Say(Named, []),
            model.Say(Named, [a], [model.Face('b')], name: "Anna"),
            model.Say(Merged, [a, a]),
            model.Say(Split, [a], [1, 2]),
            model.Say(Split, [a], [3]),
            model.Say(Moved, [a, a], [1]),
            model.Say(NotThisPerson, [b], [3]),
            model.Say(NotAFace, faces: [77]),
            model.Say(SamePerson, faces: [1]),
            model.Say(DifferentPeople, faces: [1]),
            model.Say(NeverShow, [a], photos: [9]),
            model.Say(KeptFromGuests),
            model.Say(FaceDrawn, [a], [3]),
            model.Say(Undone),
        ];

        Assert.All(refused, said => Assert.False(said.Outcome.Accepted || said.Outcome.Message.English().Length < 10));
        Assert.Empty(model.State.Rows);
    }
}
