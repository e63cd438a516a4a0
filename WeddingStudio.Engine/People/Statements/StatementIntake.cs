using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>A statement as the journal will keep it, or (Kind null) why it was not taken.</summary>
/// <param name="Message">What happens, or what is wrong with it.</param>
internal sealed record Taken(
    CorrectionKind? Kind, Message Message, IReadOnlyList<int> PersonIds, IReadOnlyList<Anchor> Anchors, CorrectionPayload Payload)
{
    public static Taken Refused(Message message) => new(null, message, [], [], new CorrectionPayload());
}

/// <summary>
/// Turns what a page says, by ids of today, into a journal row that speaks of places in photos. A statement about a person
/// is one about all the faces this person has now: each is anchored with the unit it is in. Pure: people in, row out.
/// </summary>
internal sealed partial class StatementIntake(FoldedPeople now, IReadOnlyList<FoldFace> faces, IReadOnlyDictionary<int, string> hashOfPhoto)
{
    public const int LongestName = 120;

    /// <summary>
    /// Faces that help to find a person again where a statement need not hold all of them: a few spread over the day are plenty.
    /// </summary>
    private const int FacesToRecognise = 12;

    private readonly Dictionary<int, FoldFace> _faces = faces.ToDictionary(f => f.Id);

    public Taken Take(Statement said) => Wrong(said) is { } reason ? Taken.Refused(reason) : said.Kind switch
    {
        CorrectionKind.Named => Named(said),
        CorrectionKind.Hidden => Hidden(said),
        CorrectionKind.Merged => Merged(said, People(said)),
        CorrectionKind.SamePerson => Merged(said, Owners(said)),
        CorrectionKind.DifferentPeople => DifferentPeople(said),
        CorrectionKind.Split or CorrectionKind.Moved => Moved(said),
        CorrectionKind.NotThisPerson => NotThisPerson(said),
        CorrectionKind.NotAFace => NotAFace(said),
        CorrectionKind.FaceDrawn => FaceDrawn(said),
        CorrectionKind.AlwaysShow or CorrectionKind.NeverShow or CorrectionKind.KeptFromGuests or CorrectionKind.SetAside =>
            PhotoRule(said),
        _ => Taken.Refused(new("People.UndoIsNoStatement")),
    };

    private Taken Named(Statement said)
    {
        if (People(said) is not [var person])
            return Taken.Refused(new("People.ChooseOneToName"));
        var name = PlainName.Of(said.Name) is { Length: > 0 } given ? given : null;
        var role = string.IsNullOrWhiteSpace(said.Role) ? null : said.Role.Trim();
        if (name?.Length > LongestName)
            return Taken.Refused(new("People.NameTooLong", LongestName, name.Length));
        if (role is not null && !Roles.All.Contains(role))
            return Taken.Refused(new("People.NoSuchRole", role));

        var title = PeopleWords.Title(name, person.Id);
        Message message = name is null && role is null ? new("People.HasNoName", Title(person))
            : role is null ? new("People.IsNamed", title) : new("People.IsNamedInRole", title, RoleWords.Within(role));
        return new Taken(said.Kind, message, [person.Id], [.. Everything(person)], new CorrectionPayload { Name = name, Role = role });
    }

    private Taken Hidden(Statement said)
    {
        var people = People(said);
        if (people.Count == 0)
            return Taken.Refused(new("People.ChooseSomebody"));
        return new Taken(said.Kind, new(said.On ? "People.HiddenNow" : "People.ShownNow", people.Count, Titles(people)),
            Ids(people), [.. people.SelectMany(Everything)], new CorrectionPayload { On = said.On });
    }

    private Taken PhotoRule(Statement said)
    {
        if (said.PhotoIds.Count == 0)
            return Taken.Refused(new("People.ChoosePhoto"));
        var people = said.Kind == CorrectionKind.KeptFromGuests ? [] : People(said);
        var photos = said.PhotoIds.Distinct().Select(id => new Anchor(hashOfPhoto[id], Box: null));
        var faces = people.ConvertAll(p => Recognise(p.Faces).ToList());
        var rule = $"People.Photos{said.Kind}{(said.On ? "" : "NoMore")}{(people.Count == 0 ? "" : "For")}";
        Message message = people.Count == 0 ? new(rule, said.PhotoIds.Count) : new(rule, said.PhotoIds.Count, Titles(people));
        return new Taken(said.Kind, message.Then(Overruled(said, people)),
            Ids(people), [.. photos, .. faces.SelectMany(f => f)],
            new CorrectionPayload { On = said.On, FacesOf = people.Count > 1 ? faces.ConvertAll(f => f.Count) : null });
    }

    /// <summary>Always and never shown contradict each other; the later wins, and says so.</summary>
    private Message? Overruled(Statement said, List<FoldedPerson> people)
    {
        var contradicts = said.On && PhotoRules.KindOf(said.Kind) is { } kind && now.Rules.Any(
            r => PhotoRules.OppositesOf(kind).Contains(r.Kind) && said.PhotoIds.Contains(r.PhotoId)
                && (r.PersonId is null || people.Count == 0 || people.Exists(p => p.Id == r.PersonId)));
        return contradicts ? new("People.Overrules") : null;
    }

    /// <summary>What makes any statement wrong: people, faces or photos that are not there, or not there any more.</summary>
    private Message? Wrong(Statement said)
    {
        foreach (var id in said.PersonIds)
        {
            if (now.Find(id) is null)
                return new("People.PersonGone", id);
        }

        foreach (var id in said.FaceIds)
        {
            if (!now.PersonOf.ContainsKey(id))
                return new("People.FaceGone");
            if (said.Kind is CorrectionKind.Named or CorrectionKind.Merged or CorrectionKind.Hidden
                && !People(said).Any(p => p.Id == now.PersonOf[id]))
                return new("People.SortedAgain");
        }

        return said.PhotoIds.Any(id => !hashOfPhoto.ContainsKey(id)) ? new("People.PhotoGone") : null;
    }

    private List<FoldedPerson> People(Statement said) => [.. said.PersonIds.Select(id => now.Find(id)!).DistinctBy(p => p.Id)];

    private List<FoldedPerson> Owners(Statement said) =>
        [.. said.FaceIds.Select(now.PersonOfFace).OfType<FoldedPerson>().DistinctBy(p => p.Id)];

    private IEnumerable<Anchor> Everything(FoldedPerson person) => person.Faces.Select(f => At(f, now.UnitOf[f.Id]));

    private static Anchor At(FoldFace face, int unit) => new(face.ContentHash, face.Box, unit);

    private static IEnumerable<Anchor> Recognise(IReadOnlyList<FoldFace> faces)
    {
        var count = Math.Min(faces.Count, FacesToRecognise);
        return Enumerable.Range(0, count).Select(i => faces[i * faces.Count / count]).Select(f => new Anchor(f.ContentHash, f.Box));
    }

    private static List<int> Ids(IEnumerable<FoldedPerson> people) => [.. people.Select(p => p.Id)];

    private static object Title(FoldedPerson person) => PeopleWords.Title(person.Name, person.Id);

    private static object Titles(IEnumerable<FoldedPerson> people) => StatementMessages.Titles([.. people.Select(Title)]);
}
