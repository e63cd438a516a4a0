using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.People.Fold;

/// <summary>Photos read again and grouped again, as the stages do it: the tables of the database, in memory.</summary>
internal sealed partial class FoldModel
{
    /// <summary>Where a photo really shows a face, whether or not it has been found.</summary>
    public readonly record struct Place(int PhotoId, int At);

    private readonly string[] _photos;
    private readonly HashSet<int> _waiting = [];
    private List<FoldFace> _rows;
    private List<BasePartition> _bases = [];
    private int _nextFaceId;

    /// <summary>The people before a base, the numbers of its groups, and whether numbers were given out afresh.</summary>
    public event Action<PeopleState, FoldedPeople, NumberedBase, bool>? BaseMade;

    public int BasesMade { get; private set; }
    public IReadOnlyList<FoldFace> Rows => _rows;
    public IEnumerable<int> PhotoIds => Enumerable.Range(101, _photos.Length);
    /// <summary>A collage: who is in it twice may be one person.</summary>
    public static bool IsComposed(int photoId) => photoId is 101 or 106;

    public bool IsRead(int photoId) => !_waiting.Contains(photoId);

    public IEnumerable<Place> PlacesIn(int photoId) =>
        Enumerable.Range(0, _photos[photoId - 101].Length).Select(at => new Place(photoId, at));

    public static Place PlaceOf(FoldFace face) => new(face.PhotoId, At(face.Box));

    public static Place PlaceOf(Anchor anchor) => new(int.Parse(anchor.ContentHash.AsSpan(5)), At(anchor.Box!.Value));

    /// <summary>
    /// A new base; faces with equal keys are one group, null belongs to nobody. As
    /// <see cref="Engine.People.PeopleStage"/> makes and keeps it.
    /// </summary>
    public void Regroup(Func<FoldFace, object?> groupOf, bool final = false)
    {
        var faces = State.Faces.Where(IsShown).ToList();
        var groups = faces.Select(groupOf).Distinct().OfType<object>().ToList();
        var firstFinal = final && !_bases.Exists(b => b.IsFinal);
        var numbered = State.Number(faces.ToDictionary(f => f.Id, f => groupOf(f) is { } g ? groups.IndexOf(g) : -1), firstFinal, []);
        BaseMade?.Invoke(State, Now, numbered, firstFinal);
        Keep(numbered, final);
    }

    /// <summary>
    /// A base for photos that came later: new faces join people that stand or are somebody new, and may show two people to be one.
    /// </summary>
    public void Later(Random random)
    {
        if (_bases.Find(b => b.IsFinal) is not { } last)
            return;
        var standing = StandingPeople.Of(State, last, []);
        var faces = State.Faces.Where(IsShown).ToLookup(f => standing.GroupOf(f.Id) is null && !standing.IsNoFace(f.Id));
        var groups = faces[false].GroupBy(f => standing.GroupOf(f.Id)?.Group ?? -f.Id).Select(group => group.ToList()).ToList();
        foreach (var face in faces[true])
        {
            if (random.Next(groups.Count + 2) is var at && at < groups.Count && MayJoin(groups[at], [face]))
                groups[at].Add(face);
            else
                groups.Add([face]);
            if (random.Next(groups.Count) is var other && groups.FindIndex(group => group.Contains(face)) is var own && own != other
                && MayJoin(groups[own], groups[other]))
            {
                groups[own].AddRange(groups[other]);
                groups.RemoveAt(other);
            }
        }

        Keep(standing.Number(groups.SelectMany((group, number) => group.Select(f => (f.Id, number)))
            .ToDictionary(pair => pair.Id, pair => pair.number)), final: true);

        bool MayJoin(List<FoldFace> a, List<FoldFace> b) => !a.Select(f => f.PhotoId).Intersect(b.Select(f => f.PhotoId))
            .Any(photo => !IsComposed(photo))
            && !a.Concat(b).Any(f => standing.IsNoFace(f.Id)) && !(a.Exists(Settled) && b.Exists(Settled));

        bool Settled(FoldFace face) => standing.GroupOf(face.Id) is { Settled: true };
    }

    private void Keep(NumberedBase numbered, bool final)
    {
        BasesMade++;
        _bases = [StoredBase.Of(State, numbered, "pack", final, default), .. _bases.Where(b => b.IsFinal && !final)];
        State.Wedding.NextPersonId = numbered.NextPersonId;
        _rows = [.. _rows.Select(f => IsRead(f.PhotoId) ? f : f with { PersonId = null })];
        Materialise(State with { BasePersons = numbered.PersonOf });
        Reload();

        // The stage asks whether there are other faces than last time: run again, it must find the same.
        Assert.Equal(State.Faces.Where(IsShown).Select(f => f.Id).Order(),
            StoredBase.FaceIds(_bases[0]).Where(Now.PersonOf.ContainsKey).Order());
    }

    /// <summary>Photos that are to be read again, or cannot be read just now.</summary>
    public void Wait(IEnumerable<int> photoIds)
    {
        _waiting.UnionWith(photoIds);
        Reload();
    }

    /// <summary>Other models of the same finding: every face stays where it is.</summary>
    public void ReadAgain(int photoId)
    {
        var said = SaidFaces.In(State.Rows, Hash(photoId));
        Read(photoId, [.. _rows.Where(f => f.PhotoId == photoId)
            .Select(f => f with { Id = _nextFaceId++, PersonId = SaidFaces.PersonOf(f.Drawn, f.Box, f.PersonId, said) })]);
    }

    /// <summary>Other models look for faces again: boxes come out a little different, some faces are missed, some new.</summary>
    public void ReadAnew(int photoId, Random random, double share = .8)
    {
        List<FoldFace> found = [.. PlacesIn(photoId).Where(_ => random.NextDouble() < share)
            .Select(place => NewFace(photoId, Shaken(BoxOf(place), random)))];
        var drawn = _rows.Where(f => f.PhotoId == photoId && f.Drawn).Select(f => f.Box);
        found.AddRange(SaidFaces.Missing(drawn, SaidFaces.In(State.Rows, Hash(photoId)), found.Select(f => f.Box))
            .Select(kept => NewFace(photoId, kept.Box) with { PersonId = kept.PersonId, Drawn = true }));
        Read(photoId, found);
    }

    /// <summary>A user draws a frame where no face was found; whose it is is said next.</summary>
    public int Draw(Place place, Random random)
    {
        var face = NewFace(place.PhotoId, Shaken(BoxOf(place), random)) with { Drawn = true };
        _rows = [.. _rows, face];
        Reload();
        return face.Id;
    }

    private void Read(int photoId, List<FoldFace> faces)
    {
        _rows = [.. _rows.Where(f => f.PhotoId != photoId).Concat(faces).OrderBy(f => f.Key, StringComparer.Ordinal)];
        _waiting.Remove(photoId);
        Reload();
    }

    private FoldFace NewFace(int photoId, FaceBox box) =>
        new(_nextFaceId++, FaceKey.Of(Hash(photoId), box, 0), photoId, Hash(photoId), box, null);

    // As PeopleState.LoadAsync reads it.
    private void Reload()
    {
        var ready = PhotoIds.Where(IsRead).ToList();
        List<FoldFace> faces = _rows.FindAll(f => IsRead(f.PhotoId));
        State = State with
        {
            Faces = faces,
            PathOfPhoto = ready.ToDictionary(id => id, id => $"photo-{id}.jpg"),
            HashOfPhoto = ready.ToDictionary(id => id, Hash),
            PhotoOfHash = ready.ToDictionary(Hash),
            BasePersons = StoredBase.PersonOf(faces, _bases),
        };
    }

    private static bool IsShown(FoldFace face) => !(face.Drawn && face.PersonId is null);

    private static string Hash(int photoId) => $"hash-{photoId}";

    private static int At(FaceBox box) => (int)Math.Round(box.X1 / 100);

    private static FaceBox BoxOf(Place place) => new(place.At * 100, 0, (place.At * 100) + 50, 50);

    // Any two of them overlap by more than .4.
    private static FaceBox Shaken(FaceBox box, Random random) =>
        new(box.X1 + random.Next(-5, 6), box.Y1 + random.Next(-5, 6), box.X2 + random.Next(-5, 6), box.Y2 + random.Next(-5, 6));
}
