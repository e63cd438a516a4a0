using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Tests.People.Fold;

/// <summary>
/// A wedding small enough to solve by hand, without a database. Photos are words, every letter a face: "ab" shows a and b. A
/// capital is a face that is there, but not found at first. Face ids count from 1 in reading order, photo ids are 101, 102 ...
/// </summary>
internal sealed partial class FoldModel
{
    public const string Kim = "kim";
    public const string Robin = "robin";

    private readonly string _letters;
    private (PeopleState Of, FoldedPeople People)? _now;
    private (PeopleState State, FoldedPeople People)? _written;

    public FoldModel(params string[] photos)
    {
        _photos = photos;
        _letters = string.Concat(string.Concat(photos).Where(char.IsLower));
        _rows = [.. photos.SelectMany((photo, p) => photo.Select((letter, i) => (Letter: letter, Place: new Place(101 + p, i))))
            .Where(f => char.IsLower(f.Letter))
            .Select((f, i) => new FoldFace(i + 1, $"{i + 1:d4}", f.Place.PhotoId, Hash(f.Place.PhotoId), BoxOf(f.Place), null))];
        _nextFaceId = _rows.Count + 1;
        State = new PeopleState(
            new Wedding { Id = TestWedding.Id, Name = "Robin & Kim", TimeZone = "UTC", NextPersonId = 1 }, [],
            new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<string, int>(), new Dictionary<int, int>(), []);
        Reload();
        RegroupByLetter();
    }

    public PeopleState State { get; set; }

    public FoldedPeople Now
    {
        get
        {
            if (!ReferenceEquals(_now?.Of, State))
                _now = (State, State.Fold());
            return _now!.Value.People;
        }
    }

    /// <summary>The n-th face (from 1) of a letter.</summary>
    public int Face(char letter, int nth = 1) =>
        Enumerable.Range(0, _letters.Length).Where(i => _letters[i] == letter).ElementAt(nth - 1) + 1;

    public int Person(char letter, int nth = 1) => Now.PersonOf[Face(letter, nth)];

    public FoldedPerson? Find(char letter, int nth = 1) => Now.PersonOfFace(Face(letter, nth));

    public void RegroupByLetter() => Regroup(face => _letters[face.Id - 1]);

    public Said Say(CorrectionKind kind, int[]? people = null, int[]? faces = null, int[]? photos = null, string user = Kim,
        string? name = null, string? role = null, bool on = true) =>
        Take(Said.Statement(State, user, default,
            new Statement(kind, people ?? [], faces ?? [], photos ?? []) { Name = name, Role = role, On = on }));

    public Said Undo(string user = Kim) => Take(Said.Undo(State, user, default));

    public Said Redo(string user = Kim) => Take(Said.Redo(State, user, default));

    private Said Take(Said said)
    {
        if (said.Entry is { } entry)
        {
            Materialise(State.With(entry));
            Reload();
            AssertWritten();
        }

        return said;
    }

    // What PeopleTables does to the database: the next fold sees who everybody was.
    private void Materialise(PeopleState next)
    {
        var people = next.Fold();
        next.Wedding.NextPersonId = people.NextPersonId;
        _rows = [.. _rows.Select(f => people.PersonOf.ContainsKey(f.Id) ? f with { PersonId = people.PersonOfFace(f.Id)?.Id } : f)];
        (State, _written) = (next, (next, people));
    }

    // What the engine remembers of a wedding in place of reading it again must be what it would read and fold.
    private void AssertWritten()
    {
        var remembered = _written!.Value.State.Written(_written.Value.People);
        Assert.Equal(State.Faces, remembered.Faces);
        Assert.Equal(Now.UnitOf, remembered.Fold().UnitOf);
        Assert.Equal(Now.PersonOf, remembered.Fold().PersonOf);
        Assert.Equal(Now.NextPersonId, remembered.Fold().NextPersonId);
        Assert.All(remembered.Fold().People, p => Assert.Equal(Now.People[p.Key].Faces, p.Value.Faces));
    }
}
