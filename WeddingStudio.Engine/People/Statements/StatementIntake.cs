using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.People.Fold;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>A statement as the journal will keep it, or (Kind null) why it was not taken.</summary>
/// <param name="Message">What happens, in words for the page; or what is wrong with it.</param>
internal sealed record Taken(
    CorrectionKind? Kind, string Message, IReadOnlyList<int> PersonIds, IReadOnlyList<Anchor> Anchors, CorrectionPayload Payload)
{
    public static Taken Refused(string message) => new(null, message, [], [], new CorrectionPayload());
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
        _ => Taken.Refused("Undo and redo are not statements."),
    };

    private Taken Named(Statement said)
    {
        if (People(said) is not [var person])
            return Taken.Refused("Choose one person to name.");
        var name = PlainName.Of(said.Name) is { Length: > 0 } given ? given : null;
        var role = string.IsNullOrWhiteSpace(said.Role) ? null : said.Role.Trim();
        if (name?.Length > LongestName)
            return Taken.Refused($"A name can have {LongestName} characters; this one has {name.Length}.");
        if (role is not null && !Roles.All.Contains(role))
            return Taken.Refused($"There is no role '{role}'.");

        var title = role is null ? "" : $", {Roles.Title(role).ToLowerInvariant()}";
        var message = name is null && role is null ? $"{Title(person)} has no name now."
            : $"This is {name ?? Title(person with { Name = null })}{title}.";
        return new Taken(said.Kind, message, [person.Id], [.. Everything(person)], new CorrectionPayload { Name = name, Role = role });
    }

    private Taken Hidden(Statement said)
    {
        var people = People(said);
        if (people.Count == 0)
            return Taken.Refused("Choose somebody.");
        return new Taken(said.Kind, $"{Titles(people)} {(people.Count == 1 ? "is" : "are")} {(said.On ? "hidden" : "shown")} now.",
            Ids(people), [.. people.SelectMany(Everything)], new CorrectionPayload { On = said.On });
    }

    private Taken PhotoRule(Statement said)
    {
        if (said.PhotoIds.Count == 0)
            return Taken.Refused("Choose a photo.");
        var people = said.Kind == CorrectionKind.KeptFromGuests ? [] : People(said);
        var photos = said.PhotoIds.Distinct().Select(id => new Anchor(hashOfPhoto[id], Box: null));
        var faces = people.ConvertAll(p => Recognise(p.Faces).ToList());
        var rule = said.Kind switch
        {
            CorrectionKind.AlwaysShow => said.On ? "always shown" : "no longer always shown",
            CorrectionKind.NeverShow => said.On ? "never shown" : "shown again where it fits",
            CorrectionKind.SetAside => said.On ? "set aside while there is another" : "shown again where it fits",
            _ => said.On ? "kept from guests" : "open to guests again",
        };
        var what = said.PhotoIds.Count == 1 ? "The photo is" : $"{said.PhotoIds.Count} photos are";
        return new Taken(said.Kind, $"{what} {rule}{(people.Count == 0 ? "" : $" for {Titles(people)}")}.{Overruled(said, people)}",
            Ids(people), [.. photos, .. faces.SelectMany(f => f)],
            new CorrectionPayload { On = said.On, FacesOf = people.Count > 1 ? faces.ConvertAll(f => f.Count) : null });
    }

    /// <summary>Always and never shown contradict each other; the later wins, and says so.</summary>
    private string Overruled(Statement said, List<FoldedPerson> people)
    {
        var contradicts = said.On && PhotoRules.KindOf(said.Kind) is { } kind && now.Rules.Any(
            r => PhotoRules.OppositesOf(kind).Contains(r.Kind) && said.PhotoIds.Contains(r.PhotoId)
                && (r.PersonId is null || people.Count == 0 || people.Exists(p => p.Id == r.PersonId)));
        return contradicts ? " That takes the place of what was said before." : "";
    }

    /// <summary>What makes any statement wrong: people, faces or photos that are not there, or not there any more.</summary>
    private string? Wrong(Statement said)
    {
        foreach (var id in said.PersonIds)
        {
            if (now.Find(id) is null)
                return $"There is no person {id} any more. Look again: the photos may have been sorted again.";
        }

        foreach (var id in said.FaceIds)
        {
            if (!now.PersonOf.ContainsKey(id))
                return "That face is not there any more. Look again: its photo may have been read again.";
            if (said.Kind is CorrectionKind.Named or CorrectionKind.Merged or CorrectionKind.Hidden
                && !People(said).Any(p => p.Id == now.PersonOf[id]))
                return "The people were sorted again since this page was shown. Look again, then say it once more.";
        }

        return said.PhotoIds.Any(id => !hashOfPhoto.ContainsKey(id)) ? "That photo is not there any more." : null;
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

    public static string Title(FoldedPerson person) => person.Name ?? $"Unnamed {person.Id}";

    private static string Titles(IReadOnlyList<FoldedPerson> people) => people.Count > 3
        ? $"{Title(people[0])} and {people.Count - 1} others"
        : string.Join(" and ", people.Select(Title));

    private static string Count(int faces) => faces == 1 ? "The face" : $"{faces} faces";
}
