using FsCheck.Xunit;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Tests.People.Grouping;
using Steps = (byte Op, byte A, byte B, byte C)[];

namespace WeddingStudio.Tests.People.Fold;

/// <summary>
/// What must be true after any sequence of statements of two users, undos, redos, photos read again, other packs and new bases.
/// </summary>
public sealed class FoldProperties
{
    [Property(MaxTest = 1000, EndSize = 40)]
    public void Every_live_statement_holds(Steps steps) => Do(new FoldModel(FoldSteps.Photos), steps);

    /// <summary>
    /// Found by the property: faces that stayed when others were moved, but are with those in the last base of all photos.
    /// </summary>
    [Fact]
    public void Who_stayed_does_not_come_along_when_photos_come_later()
    {
        Do(new FoldModel(FoldSteps.Photos), [(42, 0, 0, 24), (196, 118, 25, 221), (245, 0, 93, 1), (12, 0, 0, 0)]);
        Do(new FoldModel(FoldSteps.Photos), [(112, 0, 0, 0), (106, 0, 178, 247), (188, 38, 0, 31), (69, 0, 18, 1), (34, 0, 0, 0)]);
    }

    /// <summary>With what <see cref="LiveStatements"/> checks of names: no name moves to another face but by what was said.</summary>
    [Property(MaxTest = 1000, EndSize = 40)]
    public void A_number_goes_on_only_with_more_than_half_of_its_faces(Steps steps)
    {
        var model = new FoldModel(FoldSteps.Photos);
        model.BaseMade += GroupNumbers.Check;
        foreach (var step in steps)
        {
            var before = model.State.Faces.ToDictionary(FoldModel.PlaceOf,
                f => model.State.BasePersons.GetValueOrDefault(f.Id, Anchor.Nobody));
            var bases = model.BasesMade;
            FoldSteps.Do(model, step);

            // Read again, a face stays in the group it was in until there is a new base.
            if (bases == model.BasesMade)
                Assert.All(model.State.Faces, f => Assert.Equal(
                    before.GetValueOrDefault(FoldModel.PlaceOf(f), Anchor.Nobody) is var was
                    && was == Anchor.Nobody ? model.State.BasePersons.GetValueOrDefault(f.Id, Anchor.Nobody) : was,
                    model.State.BasePersons.GetValueOrDefault(f.Id, Anchor.Nobody)));
        }
    }

    [Property(MaxTest = 1000, EndSize = 40)]
    public void Undoing_everything_gives_the_uncorrected_state(Steps steps)
    {
        var model = After(steps);

        while (Journal.Live(model.State.Rows).Count > 0)
            Assert.Contains(FoldSteps.Users, user => model.Undo(user).Outcome.Accepted);

        var (now, drawn) = (model.Now, model.State.Faces.Where(f => f.Drawn).Select(f => f.Id).ToHashSet());
        Assert.Equal(
            model.State.Faces.ToDictionary(f => f.Id,
                f => drawn.Contains(f.Id) ? Anchor.Nobody : model.State.BasePersons.GetValueOrDefault(f.Id, Anchor.Nobody)), now.PersonOf);
        Assert.Empty(now.Redirects);
        Assert.Empty(now.Rules);
        Assert.All(now.People.Values, p => Assert.Equal((null, null, false), (p.Name, p.Role, p.Hidden)));
    }

    [Property(MaxTest = 1000, EndSize = 40)]
    public void Redoing_everything_undone_gives_the_corrected_state(Steps steps)
    {
        var model = After([.. steps.Where(FoldSteps.IsSaid)]);
        var (before, rules) = (model.Now.PersonOf, model.Now.Rules);

        List<string> undone = [];
        while (FoldSteps.Users.FirstOrDefault(user => model.Undo(user).Outcome.Accepted) is { } user)
            undone.Add(user);
        undone.Reverse();
        Assert.All(undone, user => Assert.True(model.Redo(user).Outcome.Accepted));

        Assert.Equal(before, model.Now.PersonOf);
        Assert.Equal(rules, model.Now.Rules);
    }

    private static FoldModel After(Steps steps)
    {
        var model = new FoldModel(FoldSteps.Photos);
        foreach (var step in steps)
            FoldSteps.Do(model, step);
        return model;
    }

    private static void Do(FoldModel model, Steps steps)
    {
        foreach (var step in steps)
        {
            FoldSteps.Do(model, step);
            LiveStatements.Check(model);
        }
    }
}
