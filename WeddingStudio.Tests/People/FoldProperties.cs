using FsCheck.Xunit;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People;
using static WeddingStudio.Engine.Corrections.CorrectionKind;

namespace WeddingStudio.Tests.People;

/// <summary>What must be true after any sequence of statements, undos, redos and new bases.</summary>
public sealed class FoldProperties
{
    private static readonly string[] Photos = ["abc", "ab", "cde", "a", "b", "ade", "c", "d", "ef", "bd", "e"];
    private static readonly string[] Users = [FoldModel.Kim, FoldModel.Robin];

    [Property(MaxTest = 300, EndSize = 40)]
    public void Every_live_statement_holds((byte Op, byte A, byte B, byte C)[] steps)
    {
        var model = new FoldModel(Photos);
        foreach (var step in steps)
        {
            Do(model, step);
            LiveStatements.Check(model);
        }
    }

    /// <summary>A face parted from a person lay in a group that took that person's id, held back by a name or hidden by a merge alone; that was taken back.</summary>
    [Fact]
    public void A_parted_face_stays_parted_when_what_else_was_said_of_it_is_undone()
    {
        Every_live_statement_holds([(101, 0, 0, 0), (0, 0, 0, 0), (96, 16, 90, 1), (136, 0, 0, 0)]);
        Every_live_statement_holds([(6, 0, 1, 5), (241, 0, 239, 5), (71, 0, 229, 3), (12, 0, 205, 91), (164, 0, 0, 3)]);
    }

    [Property(MaxTest = 200, EndSize = 40)]
    public void Undoing_everything_gives_the_uncorrected_state((byte Op, byte A, byte B, byte C)[] steps)
    {
        var model = new FoldModel(Photos);
        foreach (var step in steps)
            Do(model, step);

        while (Journal.Live(model.State.Rows).Count > 0)
            Assert.Contains(Users, user => model.Undo(user).Outcome.Accepted);

        var now = model.Now;
        Assert.Equal(model.State.BasePersons, now.PersonOf);
        Assert.Empty(now.Redirects);
        Assert.Empty(now.Rules);
        Assert.All(now.People.Values, p => Assert.Equal((null, null, false), (p.Name, p.Role, p.Hidden)));
    }

    [Property(MaxTest = 200, EndSize = 40)]
    public void Redoing_everything_undone_gives_the_corrected_state((byte Op, byte A, byte B, byte C)[] steps)
    {
        var model = new FoldModel(Photos);
        foreach (var step in steps.Where(s => s.Op % 14 < 10))
            Do(model, step);
        var (before, rules) = (model.Now.PersonOf, model.Now.Rules);

        List<string> undone = [];
        while (Users.FirstOrDefault(user => model.Undo(user).Outcome.Accepted) is { } user)
            undone.Add(user);
        undone.Reverse();
        Assert.All(undone, user => Assert.True(model.Redo(user).Outcome.Accepted));

        Assert.Equal(before, model.Now.PersonOf);
        Assert.Equal(rules, model.Now.Rules);
    }

    private static void Do(FoldModel model, (byte Op, byte A, byte B, byte C) step)
    {
        var (op, a, b, c) = step;
        var people = model.Now.People.Keys.Order().ToList();
        var faces = model.State.Faces.Select(f => f.Id).ToList();
        int[] two = people.Count == 0 ? [] : [people[a % people.Count], people[b % people.Count]];
        int[] one = [.. two.Take(1)];
        int[] ofOne = people.Count == 0 ? [] : [.. model.Now.People[one[0]].Faces.Select(f => f.Id).Where(id => (id * 7 + c) % 3 == 0)];
        int[] some = [faces[b % faces.Count], faces[c % faces.Count]];
        int[] photo = [101 + (c % Photos.Length)];
        var user = Users[c % 2];
        _ = (op % 14) switch
        {
            0 => model.Say(Named, one, user: user, name: $"Name {b % 5}", role: c % 3 == 0 ? "cousin" : null),
            1 => model.Say(Merged, two, user: user),
            2 => model.Say(Split, one, ofOne, user: user),
            3 => model.Say(Moved, c % 4 == 0 ? one : two, ofOne, user: user),
            4 => model.Say(NotThisPerson, one, ofOne, user: user),
            5 => model.Say(NotAFace, faces: [.. some.Take(1)], user: user),
            6 => model.Say(SamePerson, faces: some, user: user),
            7 => model.Say(DifferentPeople, faces: some, user: user),
            8 => model.Say(Hidden, one, user: user, on: b % 3 > 0),
            9 => model.Say(c % 2 == 0 ? AlwaysShow : NeverShow, one, photos: photo, user: user, on: b % 4 > 0),
            10 => model.Undo(user),
            11 => model.Redo(user),
            _ => Regroup(model, a, b, c),
        };
    }

    /// <summary>Any base the stage could make: it never has two faces of one photo in one group.</summary>
    private static Said Regroup(FoldModel model, byte a, byte b, byte c)
    {
        var random = new Random((a << 16) + (b << 8) + c);
        var groups = random.Next(1, 8);
        var groupOf = model.State.Faces.ToDictionary(f => f.Id, f => random.Next(groups));
        var first = model.State.Faces.GroupBy(f => (f.PhotoId, groupOf[f.Id])).Select(g => g.First().Id).ToHashSet();
        model.Regroup(f => first.Contains(f.Id) ? groupOf[f.Id] : $"alone {f.Id}", final: c % 3 == 0);
        return default;
    }
}
