using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>Everything a fold needs, loaded once: no pixels, no embeddings.</summary>
internal sealed record PeopleState(
    Wedding Wedding,
    IReadOnlyList<FoldFace> Faces,
    IReadOnlyDictionary<int, string> PathOfPhoto,
    IReadOnlyDictionary<int, string> HashOfPhoto,
    IReadOnlyDictionary<string, int> PhotoOfHash,
    IReadOnlyDictionary<int, int> BasePersons,
    IReadOnlyList<JournalEntry> Rows)
{
    public int NextSeq => Rows.Count == 0 ? 1 : Rows.Max(row => row.Seq) + 1;

    public static async Task<PeopleState> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
        var photos = await db.Photos.Ready(weddingId).Select(p => new { p.Id, p.Path, p.ContentHash }).ToListAsync(ct);
        var hashOf = photos.Where(p => p.ContentHash is not null).ToDictionary(p => p.Id, p => p.ContentHash!);
        var faces = await db.Faces.Where(f => f.WeddingId == weddingId).OrderBy(f => f.Key)
            .Select(f => new { f.Id, f.Key, f.PhotoId, f.Box, f.PersonId, f.Drawn }).ToListAsync(ct);
        var bases = await db.BasePartitions.AsNoTracking().Where(b => b.WeddingId == weddingId)
            .OrderByDescending(b => b.Id).ToListAsync(ct);
        var rows = await db.Corrections.AsNoTracking().Where(c => c.WeddingId == weddingId).OrderBy(c => c.Seq).ToListAsync(ct);
        FoldFace[] known = [.. faces.Where(f => hashOf.ContainsKey(f.PhotoId))
            .Select(f => new FoldFace(f.Id, f.Key, f.PhotoId, hashOf[f.PhotoId], f.Box, f.PersonId, f.Drawn))];
        return new PeopleState(
            wedding,
            known,
            photos.ToDictionary(p => p.Id, p => p.Path),
            hashOf,
            hashOf.GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.Min(p => p.Key)),
            StoredBase.PersonOf(known, bases),
            [.. rows.Select(JournalEntry.Read)]);
    }

    /// <summary>Ids below are given out, or mentioned in the journal.</summary>
    public int NextPersonId => Rows.SelectMany(row => row.Mentioned()).Append(0).Max() is var last && last >= Wedding.NextPersonId
        ? last + 1 : Math.Max(1, Wedding.NextPersonId);

    /// <summary>The people; folded once for each state.</summary>
    public FoldedPeople Fold()
    {
        if (!ReferenceEquals(_fold?.Of, this))
            _fold = (this, PeopleFold.People(Faces, PhotoOfHash, BasePersons, Journal.Live(Rows), NextPersonId, Matches().Of));
        return _fold.Value.People;
    }

    // Copies of a state take these along, and see by what they were made of whether they are theirs.
    private (PeopleState Of, FoldedPeople People)? _fold;
    private (IReadOnlyList<FoldFace> Of, FaceMatches Found)? _matches;

    private FaceMatches Matches()
    {
        if (!ReferenceEquals(_matches?.Of, Faces))
            _matches = (Faces, new FaceMatches(Faces));
        return _matches.Value.Found;
    }

    /// <summary>The same with the wedding's row of another context.</summary>
    public PeopleState Of(Wedding wedding)
    {
        var people = Fold();
        var state = this with { Wedding = wedding };
        state._fold = (state, people);
        return state;
    }

    /// <summary>As it will be read next, now that these people were written: folded again they are the same.</summary>
    public PeopleState Written(FoldedPeople people)
    {
        var faces = Faces.ToArray();
        Dictionary<int, FoldFace> moved = [];
        for (var i = 0; i < faces.Length; i++)
        {
            if (people.PersonOfFace(faces[i].Id)?.Id is var person && person != faces[i].PersonId)
                moved.Add(faces[i].Id, faces[i] = faces[i] with { PersonId = person });
        }

        var state = this with { Faces = faces };
        state._matches = (faces, Matches());
        state._fold = (state, moved.Count == 0 ? people : people with { People = Renewed(people, moved) });
        return state;
    }

    private static Dictionary<int, FoldedPerson> Renewed(FoldedPeople people, Dictionary<int, FoldFace> moved)
    {
        var renewed = people.People.ToDictionary();
        foreach (var id in moved.Values.Select(f => f.PersonId).OfType<int>().Distinct())
            renewed[id] = renewed[id] with { Faces = [.. renewed[id].Faces.Select(f => moved.GetValueOrDefault(f.Id, f))] };
        return renewed;
    }

    public PeopleState With(JournalEntry row) => this with { Rows = [.. Rows, row] };

    /// <summary>Numbers for the groups of a new base.</summary>
    /// <param name="groupOf">Face.Id to group.</param>
    /// <param name="firstFinal">This is the first base made of all photos.</param>
    /// <param name="linked">People guests' links lead to.</param>
    public NumberedBase Number(IReadOnlyDictionary<int, int> groupOf, bool firstFinal, IReadOnlyList<int> linked)
    {
        var faces = ToNumber(groupOf);
        if (!firstFinal)
            return PersonNumbers.Continue(faces, Fold(), linked.ToHashSet());
        var keepable = Journal.Live(Rows).SelectMany(row => row.Mentioned()).Concat(linked).ToHashSet();
        var reserved = Rows.SelectMany(row => row.Mentioned()).Concat(linked).ToHashSet();
        return PersonNumbers.Afresh(faces, Fold(), keepable, reserved);
    }

    public FaceToNumber[] ToNumber(IReadOnlyDictionary<int, int> groupOf) => [.. Faces.Where(f => groupOf.ContainsKey(f.Id))
        .Select(f => new FaceToNumber(f.Id, f.Key, f.PhotoId, PathOfPhoto[f.PhotoId], f.Box, groupOf[f.Id]))];
}

internal static class PeopleQueries
{
    /// <summary>Photos whose faces count: read, and no copy of another.</summary>
    public static IQueryable<Photo> Ready(this IQueryable<Photo> photos, WeddingId weddingId) =>
        photos.Where(p => p.WeddingId == weddingId && p.State == PhotoState.Ready);
}
