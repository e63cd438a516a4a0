using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Tests.People;

/// <summary>
/// A wedding small enough to solve by hand, without a database. Photos are words, every letter a face: "ab" shows a and b.
/// Face ids count from 1 in reading order, photo ids are 101, 102 ...
/// </summary>
internal sealed class FoldModel
{
    public const string Kim = "kim";
    public const string Robin = "robin";

    private readonly string _letters;
    private bool _final;

    public FoldModel(params string[] photos)
    {
        _letters = string.Concat(photos);
        var faces = photos.SelectMany((photo, p) => photo.Select((_, i) => (Photo: 101 + p, At: i))).Select((f, i) => new FoldFace(
            i + 1, $"{i + 1:d4}", f.Photo, $"hash-{f.Photo}", new FaceBox(f.At * 100, 0, (f.At * 100) + 50, 50), null));
        var ids = Enumerable.Range(101, photos.Length).ToList();
        var wedding = new Wedding { Id = "w", Name = "Robin & Kim", TimeZone = "UTC", NextPersonId = 1 };
        State = new PeopleState(
            wedding, [.. faces], ids.ToDictionary(id => id, id => $"photo-{id}.jpg"), ids.ToDictionary(id => id, id => $"hash-{id}"),
            ids.ToDictionary(id => $"hash-{id}"), new Dictionary<int, int>(), []);
        RegroupByLetter();
    }

    public PeopleState State { get; set; }
    public FoldedPeople Now => State.Fold();

    /// <summary>The n-th face (from 1) of a letter.</summary>
    public int Face(char letter, int nth = 1) =>
        Enumerable.Range(0, _letters.Length).Where(i => _letters[i] == letter).ElementAt(nth - 1) + 1;

    public int Person(char letter, int nth = 1) => Now.PersonOf[Face(letter, nth)];

    public FoldedPerson? Find(char letter, int nth = 1) => Now.PersonOfFace(Face(letter, nth));

    public void RegroupByLetter() => Regroup(face => _letters[face.Id - 1]);

    /// <summary>A new base; faces with equal keys are one group, null belongs to nobody.</summary>
    public void Regroup(Func<FoldFace, object?> groupOf, bool final = false)
    {
        var groups = State.Faces.Select(groupOf).Distinct().OfType<object>().ToList();
        var numbered = State.Number(State.Faces.ToDictionary(f => f.Id, f => groupOf(f) is { } g ? groups.IndexOf(g) : -1), final && !_final, []);
        _final |= final;
        State.Wedding.NextPersonId = numbered.NextPersonId;
        Materialise(State with { BasePersons = numbered.PersonOf });
    }

    public Said Say(CorrectionKind kind, int[]? people = null, int[]? faces = null, int[]? photos = null, string user = Kim, string? name = null, string? role = null, bool on = true) =>
        Take(Said.Statement(State, user, default, new Statement(kind, people ?? [], faces ?? [], photos ?? []) { Name = name, Role = role, On = on }));

    public Said Undo(string user = Kim) => Take(Said.Undo(State, user, default));

    public Said Redo(string user = Kim) => Take(Said.Redo(State, user, default));

    private Said Take(Said said)
    {
        if (said.Entry is { } entry)
            Materialise(State.With(entry));
        return said;
    }

    // What PeopleTables does to the database: the next fold sees who everybody was.
    private void Materialise(PeopleState next)
    {
        var people = next.Fold();
        next.Wedding.NextPersonId = people.NextPersonId;
        State = next with { Faces = [.. next.Faces.Select(f => f with { PersonId = people.PersonOfFace(f.Id)?.Id })] };
    }
}
