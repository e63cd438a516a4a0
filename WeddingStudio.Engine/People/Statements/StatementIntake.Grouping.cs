using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>Statements about who stands where.</summary>
internal sealed partial class StatementIntake
{
    private Taken Merged(Statement said, List<FoldedPerson> people)
    {
        if (said.Kind == CorrectionKind.SamePerson && said.FaceIds.Distinct().Count() < 2)
            return Taken.Refused(new("People.ChooseTwoFaces"));
        if (said.Kind == CorrectionKind.SamePerson && said.FaceIds.Any(id => now.PersonOfFace(id) is null))
            return Taken.Refused(new("People.MarkedAsNoFace"));
        if (said.Kind == CorrectionKind.Merged && people.Count < 2)
            return Taken.Refused(new(said.PersonIds.Count < 2 ? "People.ChooseTwo" : "People.OneAlready"));

        var kept = people.OrderByDescending(p => p.Name is not null).ThenByDescending(p => p.Faces.Count).ThenBy(p => p.Id).First();
        List<FoldedPerson> others = [.. people.Where(p => p.Id != kept.Id)];
        var all = others.Append(kept);
        Message message = others.Count == 0 ? new("People.NotedOne", Title(kept))
            : others.Count > 3 ? new("People.ManyAreOne", Title(others[0]), others.Count - 1, Title(kept))
            : others.Any(p => p.Name is not null) ? new("People.AreOneCalled", Together(all), Title(kept))
            : new("People.AreOne", Together(all));
        if (others.Count > 0)
            message = message.Then(Contradiction(people));
        if (!kept.Hidden && others.Any(p => p.Hidden))
            message = message.Then(new("People.HiddenAsOneWas"));
        return new Taken(said.Kind, message, Ids(people), [.. people.SelectMany(Everything)], new CorrectionPayload { KeptId = kept.Id });
    }

    private Message? Contradiction(List<FoldedPerson> people) =>
        people.Any(a => people.Any(b => now.Parted.Contains((a.Id, b.Id)))) ? new("People.OverrulesParting") : null;

    /// <summary>Split and Moved are one thing: faces leave a person, for somebody new or somebody known.</summary>
    private Taken Moved(Statement said)
    {
        if (said.PersonIds.Count is 0 or > 2 || said.FaceIds.Count == 0)
            return Taken.Refused(new("People.ChoosePersonAndFaces"));
        var from = now.Find(said.PersonIds[0])!;
        var to = said.PersonIds.Count == 2 ? now.Find(said.PersonIds[1]) : null;
        var faces = Chosen(said);
        if (faces.Any(f => now.PersonOf[f.Id] != from.Id))
            return Taken.Refused(new("People.FaceLeft", Title(from)));
        if (to?.Id == from.Id)
            return Taken.Refused(new("People.BelongAlready", Title(from)));
        if (to is null && faces.Count == from.Faces.Count)
            return Taken.Refused(new("People.AllFacesName", Title(from)));
        if (to is not null && faces.Count == from.Faces.Count)
            return Merged(said with { Kind = CorrectionKind.Merged }, [from, to]);

        // Where a face leaves, the rest is said to be somebody else than the new one; where it arrives, to be the same.
        var target = to?.Id ?? now.NextPersonId;
        var moved = faces.Select(f => At(f, target));
        List<FoldFace> left = [.. from.Faces.Except(faces)];
        var stay = said.Kind == CorrectionKind.Split ? left.Select(f => At(f, now.UnitOf[f.Id])) : Recognise(left);
        var join = to is null ? [] : to.Name is null ? Everything(to) : SamePhotos(to, faces);
        return new Taken(said.Kind,
            to is null ? new("People.MovedToNew", faces.Count, Title(from), PeopleWords.Title(null, target))
                : new("People.Moved", faces.Count, Title(from), Title(to)),
            [from.Id, target], [.. moved, .. stay, .. join], new CorrectionPayload { NewPersonIds = to is null ? [target] : [] });
    }

    // A face that comes to a person who is in that photo already: the user says both are them (mirror, screen).
    private IEnumerable<Anchor> SamePhotos(FoldedPerson person, IReadOnlyList<FoldFace> coming)
    {
        var photos = coming.Select(f => f.PhotoId).ToHashSet();
        return person.Faces.Where(f => photos.Contains(f.PhotoId)).Select(f => At(f, now.UnitOf[f.Id]));
    }

    private Taken NotThisPerson(Statement said)
    {
        var faces = Chosen(said);
        var person = said.PersonIds.Count > 0 ? now.Find(said.PersonIds[0]) : faces.Count > 0 ? now.PersonOfFace(faces[0].Id) : null;
        if (person is null || faces.Count == 0 || said.PersonIds.Count > 1)
            return Taken.Refused(new("People.ChoosePersonAndFaces"));
        if (faces.Any(f => now.PersonOf[f.Id] != person.Id))
            return Taken.Refused(new("People.FaceLeft", Title(person)));
        if (faces.Count == person.Faces.Count)
            return Taken.Refused(new("People.AllFacesRename", Title(person)));

        // They may be several people, so each stands alone until somebody says who it is.
        List<int> alone = [.. Enumerable.Range(now.NextPersonId, faces.Count)];
        return new Taken(said.Kind, new("People.TakenFrom", faces.Count, Title(person)),
            [person.Id, .. alone], [.. faces.Zip(alone, At), .. Recognise([.. person.Faces.Except(faces)])],
            new CorrectionPayload { NewPersonIds = alone });
    }

    private Taken NotAFace(Statement said)
    {
        var faces = Chosen(said);
        return faces.Count == 0
            ? Taken.Refused(new("People.ChooseNoFace"))
            : new Taken(said.Kind, new("People.NoFaces", faces.Count),
                [], [.. faces.Select(f => At(f, Anchor.Nobody))], new CorrectionPayload());
    }

    /// <summary>
    /// The first face of a person keeps its place. Another one leaves: with all the faces that came along by a merge if that
    /// is how it got there, else alone.
    /// </summary>
    private Taken DifferentPeople(Statement said)
    {
        var faces = Chosen(said);
        if (faces.Count < 2 || faces.Any(f => now.PersonOfFace(f.Id) is null))
            return Taken.Refused(new("People.ChooseFaceOfEach"));
        var people = Owners(said);
        var unitNow = people.SelectMany(p => p.Faces).ToDictionary(f => f, f => now.UnitOf[f.Id]);
        List<int> ids = Ids(people);
        List<int> given = [];
        foreach (var person in faces.GroupBy(f => now.PersonOf[f.Id]))
        {
            // The name stays with the person's own faces, not with those a merge brought along.
            List<FoldFace> together = [.. person.OrderByDescending(f => unitNow[f] == person.Key)];
            HashSet<int> settled = [unitNow[together[0]]];
            foreach (var face in together.Skip(1))
            {
                var id = now.NextPersonId + given.Count;
                given.Add(id);
                var unit = unitNow[face];
                var leaving = settled.Add(unit) ? now.People[person.Key].Faces.Where(f => unitNow[f] == unit).ToList() : [face];
                leaving.ForEach(f => unitNow[f] = id);
            }
        }

        Message message = given.Count == 0 ? new("People.AreDifferent", Titles(people)) : new("People.ArePeopleNow", faces.Count);
        return new Taken(said.Kind, message, [.. ids, .. given],
            [.. unitNow.Select(pair => At(pair.Key, pair.Value))], new CorrectionPayload { NewPersonIds = given });
    }

    /// <summary>A face no detector found, or one marked as no face: it is one, and whose.</summary>
    private Taken FaceDrawn(Statement said)
    {
        if (Chosen(said) is not [var face] || now.PersonOfFace(face.Id) is not null || said.PersonIds.Count > 1)
            return Taken.Refused(new("People.ChooseFreeFace"));
        var to = said.PersonIds.Count > 0 ? now.Find(said.PersonIds[0]) : null;
        var target = to?.Id ?? now.NextPersonId;
        var join = to is null ? [] : SamePhotos(to, [face]);
        return new Taken(said.Kind,
            to is null ? new("People.FaceIsNew", PeopleWords.Title(null, target)) : new("People.FaceIs", Title(to)),
            [target], [At(face, target), .. join], new CorrectionPayload { NewPersonIds = to is null ? [target] : [] });
    }

    private static Message Together(IEnumerable<FoldedPerson> people) => Message.List([.. people.Select(Title)]);

    private List<FoldFace> Chosen(Statement said) => [.. said.FaceIds.Distinct().Select(id => _faces[id])];
}
