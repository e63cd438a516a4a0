using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>How a base partition lies in the database, and how its groups are found again among the faces of now.</summary>
internal static class StoredBase
{
    private readonly record struct Entry(int FaceId, int PhotoId, int PersonId, FaceBox Box);

    public static BasePartition Of(PeopleState state, NumberedBase numbered, string pack, bool isFinal, DateTime at)
    {
        FoldFace[] faces = [.. state.Faces.Where(f => numbered.PersonOf.ContainsKey(f.Id)).OrderBy(f => f.Id)];
        return new BasePartition
        {
            WeddingId = state.Wedding.Id,
            CreatedAt = at,
            Pack = pack,
            IsFinal = isFinal,
            Groups = [.. faces.SelectMany(f => new[] { f.Id, f.PhotoId, numbered.PersonOf[f.Id] })],
            Boxes = [.. faces.SelectMany(f => new[] { (float)f.Box.X1, (float)f.Box.Y1, (float)f.Box.X2, (float)f.Box.Y2 })],
        };
    }

    /// <summary>Faces of photos that are not there just now.</summary>
    public static Task<List<int>> AwayAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.Faces.Where(f => f.WeddingId == weddingId && f.Photo!.State != PhotoState.Ready).Select(f => f.Id).ToListAsync(ct);

    /// <summary>
    /// Faces of photos that are away keep their place from the last base of all photos: when these come back it is as if they had never
    /// been gone.
    /// </summary>
    public static async Task KeepAwayAsync(StudioDb db, BasePartition next, CancellationToken ct)
    {
        var last = await db.BasePartitions.AsNoTracking().Where(b => b.WeddingId == next.WeddingId && b.IsFinal)
            .OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
        if (last is null)
            return;
        var away = (await AwayAsync(db, next.WeddingId, ct)).ToHashSet();
        List<Entry> kept = Entries(last).FindAll(entry => away.Contains(entry.FaceId));
        next.Groups = [.. next.Groups, .. kept.SelectMany(entry => new[] { entry.FaceId, entry.PhotoId, entry.PersonId })];
        next.Boxes = [.. next.Boxes,
            .. kept.SelectMany(entry => new[] { (float)entry.Box.X1, (float)entry.Box.Y1, (float)entry.Box.X2, (float)entry.Box.Y2 })];
    }

    public static HashSet<int> FaceIds(BasePartition stored) => [.. Entries(stored).Select(entry => entry.FaceId)];

    /// <summary>
    /// Face.Id to the Person.Id of its group. A photo that was read again has new faces: they take over from those that lay in
    /// the same place, first in the newest base, then in the last one made of all photos: unless who was there then is another face of the
    /// photo now, as often as then.
    /// </summary>
    public static Dictionary<int, int> PersonOf(IReadOnlyList<FoldFace> faces, IEnumerable<BasePartition> newestFirst)
    {
        Dictionary<int, int> personOf = [];
        var present = faces.Select(f => f.Id).ToHashSet();
        foreach (var stored in newestFirst)
        {
            var entries = Entries(stored);
            foreach (var entry in entries.Where(e => present.Contains(e.FaceId)))
                personOf.TryAdd(entry.FaceId, entry.PersonId);
            TakeOver(faces, entries, present, personOf);
        }

        return personOf;
    }

    private static void TakeOver(IReadOnlyList<FoldFace> faces, List<Entry> entries, HashSet<int> present, Dictionary<int, int> personOf)
    {
        var gone = entries.FindAll(entry => !present.Contains(entry.FaceId));
        if (gone.Count == 0)
            return;
        var matcher = new AnchorMatcher(faces.Where(f => !personOf.ContainsKey(f.Id))
            .Select(f => new AnchoredFace(f.Id, PhotoName(f.PhotoId), f.Box)));
        var found = matcher.Match([.. gone.Select(entry => new Anchor(PhotoName(entry.PhotoId), entry.Box))]);
        var times = entries.CountBy(entry => (entry.PhotoId, entry.PersonId)).ToDictionary();
        var taken = faces.Where(f => personOf.ContainsKey(f.Id)).CountBy(f => (f.PhotoId, personOf[f.Id])).ToDictionary();
        foreach (var (entry, faceId) in gone.Zip(found))
        {
            var place = (entry.PhotoId, entry.PersonId);
            if (faceId is not { } id || (entry.PersonId != BaseGrouping.Nobody && taken.GetValueOrDefault(place) >= times[place]))
                continue;
            personOf[id] = entry.PersonId;
            taken[place] = taken.GetValueOrDefault(place) + 1;
        }
    }

    private static string PhotoName(int photoId) => $"{photoId}";

    private static List<Entry> Entries(BasePartition stored) => [.. Enumerable.Range(0, stored.Groups.Length / 3).Select(i => new Entry(
        stored.Groups[3 * i], stored.Groups[(3 * i) + 1], stored.Groups[(3 * i) + 2],
        new FaceBox(stored.Boxes[4 * i], stored.Boxes[(4 * i) + 1], stored.Boxes[(4 * i) + 2], stored.Boxes[(4 * i) + 3])))];
}
