using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People.GuestList;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// Writes what the fold came to where every later stage and page reads it: Face.PersonId, people, photo rules, guest list.
/// </summary>
internal static class PeopleTables
{
    /// <summary>Runs inside the caller's transaction.</summary>
    /// <param name="before">The people as the tables have them, which saves reading those that stay as
    /// they are; null when that is not known.</param>
    public static async Task<PeopleWritten> WriteAsync(
        StudioDb db, PeopleState state, FoldedPeople people, CancellationToken ct, FoldedPeople? before = null)
    {
        HashSet<int> changed = [];
        WriteFaces(db, state, people, changed, ct);
        HashSet<int> toScore = [.. changed];
        await WritePeopleAsync(db, state, people, before, changed, toScore, ct);
        if (before is null || !people.Rules.SetEquals(before.Rules))
            await WriteRulesAsync(db, state, people, changed, ct);
        if (before is null
            || changed.Any(id => (before.Find(id) ?? people.Find(id))?.Name is not null || people.Find(id)?.Name is not null))
            toScore.UnionWith(await GuestLinks.WriteAsync(db, state.Wedding.Id, people, ct));
        state.Wedding.NextPersonId = people.NextPersonId;
        var revision = await Revisions.RaiseAsync(db, state.Wedding.Id, ct);
        changed.UnionWith(toScore);
        return new PeopleWritten(changed, toScore, revision);
    }

    private static void WriteFaces(
        StudioDb db, PeopleState state, FoldedPeople people, HashSet<int> changed, CancellationToken ct)
    {
        List<object?[]> moved = [];
        foreach (var face in state.Faces)
        {
            var person = people.PersonOfFace(face.Id)?.Id;
            if (person == face.PersonId)
                continue;
            moved.Add([face.Id, person]);
            changed.UnionWith(new[] { face.PersonId, person }.OfType<int>());
        }

        BulkRows.Update<Face>(db, [nameof(Face.Id)], [nameof(Face.PersonId)], moved, ct);
    }

    private static async Task WritePeopleAsync(
        StudioDb db, PeopleState state, FoldedPeople people, FoldedPeople? before, HashSet<int> changed, HashSet<int> toScore,
        CancellationToken ct)
    {
        var all = people.People.Keys.Union(people.Redirects.Keys);
        HashSet<int> concerned = before is null ? [.. all]
            : [.. changed, .. all.Union(before.People.Keys).Union(before.Redirects.Keys).Where(id => Differs(id, before, people))];
        var known = db.People.Where(p => p.WeddingId == state.Wedding.Id);
        var rows = await (before is null ? known : known.Where(p => concerned.Contains(p.Id))).ToDictionaryAsync(p => p.Id, ct);
        var covers = await CoverFaces.ChooseAsync(db, state, people, changed, rows, [.. concerned.Where(people.People.ContainsKey)], ct);
        foreach (var id in concerned.Where(id => people.People.ContainsKey(id) || people.Redirects.ContainsKey(id)))
        {
            if (!rows.Remove(id, out var row))
                db.People.Add(row = new Person { WeddingId = state.Wedding.Id, Id = id });
            var written = (row.Name, row.Role, row.Hidden, row.RedirectToId);
            Fill(row, people.People.GetValueOrDefault(id), people, covers);
            if (written != (row.Name, row.Role, row.Hidden, row.RedirectToId))
                changed.Add(id);
            if (written.Role != row.Role)
                toScore.Add(id);
        }

        db.People.RemoveRange(rows.Values);
        changed.UnionWith(rows.Keys);
    }

    private static bool Differs(int id, FoldedPeople before, FoldedPeople people)
    {
        var (was, person) = (before.People.GetValueOrDefault(id), people.People.GetValueOrDefault(id));
        return (was is null) != (person is null) || (was?.Name, was?.Role, was?.Hidden) != (person?.Name, person?.Role, person?.Hidden)
            || !(before.Redirects.TryGetValue(id, out var from) == people.Redirects.TryGetValue(id, out var to) && from == to);
    }

    private static void Fill(Person row, FoldedPerson? person, FoldedPeople people, IReadOnlyDictionary<int, int> covers)
    {
        row.Name = person?.Name;
        row.Role = person?.Role;
        row.Hidden = person?.Hidden ?? false;
        row.FaceCount = person?.Faces.Count ?? 0;
        row.PhotoCount = person?.Faces.DistinctBy(f => f.PhotoId).Count() ?? 0;
        row.SeenOnce = row.PhotoCount == 1;
        row.CoverFaceId = person is null ? null : covers.TryGetValue(row.Id, out var cover) ? cover : row.CoverFaceId;
        row.RedirectToId = person is null ? people.Redirects[row.Id] : null;
    }

    private static async Task WriteRulesAsync(
        StudioDb db, PeopleState state, FoldedPeople people, HashSet<int> changed, CancellationToken ct)
    {
        var rows = (await db.PhotoRules.Where(r => r.WeddingId == state.Wedding.Id).ToListAsync(ct))
            .ToDictionary(r => new FoldedRule(r.PhotoId, r.PersonId, r.Kind));
        var gone = rows.Keys.Except(people.Rules).ToList();
        var added = people.Rules.Except(rows.Keys).ToList();
        db.PhotoRules.RemoveRange(gone.Select(rule => rows[rule]));
        db.PhotoRules.AddRange(added.Select(rule => new PhotoRule
        {
            WeddingId = state.Wedding.Id, PhotoId = rule.PhotoId, PersonId = rule.PersonId, Kind = rule.Kind,
        }));
        foreach (var rule in gone.Concat(added))
            changed.UnionWith(rule.PersonId is { } person ? [person] : InPhoto(state, people, rule.PhotoId));
    }

    private static IEnumerable<int> InPhoto(PeopleState state, FoldedPeople people, int photoId) =>
        state.Faces.Where(f => f.PhotoId == photoId).Select(f => people.PersonOfFace(f.Id)?.Id).OfType<int>();
}
