using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

/// <summary>
/// Anything that can happen to a wedding, chosen by four numbers: two users' statements, undos and redos, photos read again, new bases.
/// </summary>
internal static class FoldSteps
{
    public static readonly string[] Photos = ["abc", "ab", "cde", "a", "b", "ade", "c", "d", "ef", "bdX", "eYZ"];
    public static readonly string[] Users = [FoldModel.Kim, FoldModel.Robin];

    public static bool IsSaid((byte Op, byte A, byte B, byte C) step) => step.Op % 22 is < 10 or 14 or 15;

    public static void Do(FoldModel model, (byte Op, byte A, byte B, byte C) step)
    {
        var (op, a, b, c) = step;
        var user = Users[c % 2];
        switch (op % 22)
        {
            case 10: model.Undo(user); break;
            case 11: model.Redo(user); break;
            case 12 or 13 or 20: Regroup(model, a, b, c); break;
            case 15: Draw(model, a, b, c); break;
            case 16: ReadSome(model, a, b, c); break;
            case 17 or 18: OtherPack(model, sameFinding: op % 22 == 17, a, b, c); break;
            case 19: model.Wait(model.PhotoIds.Where(id => (id * 13 + a) % 7 == b % 7)); break;
            case 21: ReadRest(model, model.ReadAgain); break;
            case var said when model.State.Faces.Count > 0: Say(model, said, a, b, c, user); break;
        }
    }

    private static void Say(FoldModel model, int op, byte a, byte b, byte c, string user)
    {
        var people = model.Now.People.Keys.Order().ToList();
        var faces = model.State.Faces.Select(f => f.Id).ToList();
        int[] two = people.Count == 0 ? [] : [people[a % people.Count], people[b % people.Count]];
        int[] one = [.. two.Take(1)];
        int[] ofOne = people.Count == 0 ? [] : [.. model.Now.People[one[0]].Faces.Select(f => f.Id).Where(id => (id * 7 + c) % 3 == 0)];
        int[] some = [faces[b % faces.Count], faces[c % faces.Count]];
        int[] photo = [101 + (c % Photos.Length)];
        _ = op switch
        {
            0 => model.Say(Named, one, user: user, name: $"Name {b % 5}", role: c % 3 == 0 ? "cousin" : null),
            1 => model.Say(Merged, two, user: user),
            2 => model.Say(Split, one, ofOne, user: user),
            3 => model.Say(Moved, c % 4 == 0 ? one : two, ofOne, user: user),
            4 => model.Say(NotThisPerson, one, ofOne, user: user),
            5 => model.Say(NotAFace, faces: [.. some.Take(1)], user: user),
            6 => model.Say(SamePerson, faces: some, user: user),
            7 => model.Say(DifferentPeople, faces: some, user: user),
            8 => model.Say(Hidden, b % 5 == 0 ? two : one, user: user, on: b % 3 > 0),
            9 => model.Say((c % 3) switch { 0 => AlwaysShow, 1 => NeverShow, _ => SetAside }, a % 4 == 0 ? [] : a % 4 == 1 ? two : one,
                photos: photo, user: user, on: b % 4 > 0),
            _ => model.Say(KeptFromGuests, photos: [.. photo, 101 + (a % Photos.Length)], user: user, on: b % 3 > 0),
        };
    }

    private static void Draw(FoldModel model, byte a, byte b, byte c)
    {
        var found = model.State.Faces.ToDictionary(FoldModel.PlaceOf, f => f.Id);
        var free = model.PhotoIds.Where(model.IsRead).SelectMany(model.PlacesIn)
            .Where(p => !found.TryGetValue(p, out var face) || model.Now.PersonOfFace(face) is null).ToList();
        if (free.Count == 0)
            return;
        var place = free[b % free.Count];
        var people = model.Now.People.Keys.Order().ToList();
        model.Say(FaceDrawn, c % 3 == 0 || people.Count == 0 ? [] : [people[a % people.Count]],
            [found.TryGetValue(place, out var known) ? known : model.Draw(place, new Random(b))], user: Users[c % 2]);
    }

    /// <summary>Photos read again one by one; most times the faces are grouped afterwards, but corrections may come first.</summary>
    private static void ReadSome(FoldModel model, byte a, byte b, byte c)
    {
        var random = new Random((a << 16) + (b << 8) + c);
        foreach (var photo in model.PhotoIds.Where(_ => random.Next(3) == 0).ToList())
            model.ReadAnew(photo, random);
        if (b % 3 > 0)
            Regroup(model, a, b, c);
    }

    /// <summary>All photos wait, and come back in two rounds with a base made after each; or the second round is still to come.</summary>
    private static void OtherPack(FoldModel model, bool sameFinding, byte a, byte b, byte c)
    {
        var random = new Random((a << 16) + (b << 8) + c);
        Action<int> read = sameFinding ? model.ReadAgain : photo => model.ReadAnew(photo, random);
        model.Wait(model.PhotoIds);
        foreach (var photo in model.PhotoIds.Where(id => id % 2 == a % 2).ToList())
            read(photo);
        Regroup(model, b, c, 1);
        if (c % 4 == 0)
            return;
        ReadRest(model, read);
        Regroup(model, c, a, 3);
    }

    private static void ReadRest(FoldModel model, Action<int> read)
    {
        foreach (var photo in model.PhotoIds.Where(id => !model.IsRead(id)).ToList())
            read(photo);
    }

    /// <summary>
    /// Any base the stage could make, again or from the last: it never has two faces of one
    /// photo in one group, unless the photo is composed.
    /// </summary>
    private static void Regroup(FoldModel model, byte a, byte b, byte c)
    {
        var random = new Random((a << 16) + (b << 8) + c);
        if (c % 5 == 0)
        {
            model.Later(random);
            return;
        }

        var groups = random.Next(1, 8);
        var groupOf = model.State.Faces.ToDictionary(f => f.Id, f => random.Next(groups));
        var first = model.State.Faces.GroupBy(f => (f.PhotoId, groupOf[f.Id]))
            .SelectMany(g => g.Take(FoldModel.IsComposed(g.Key.PhotoId) ? g.Count() : 1)).Select(f => f.Id).ToHashSet();
        model.Regroup(f => first.Contains(f.Id) ? groupOf[f.Id] : $"alone {f.Id}", final: c % 3 == 0);
    }
}
