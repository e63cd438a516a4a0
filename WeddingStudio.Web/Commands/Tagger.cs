using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Commands;

/// <summary>
/// Says in the journal what a tags.json says: faces of one name are one person, faces of two names are two. What holds
/// already is not said again.
/// </summary>
internal sealed class Tagger(StudioStore store, StudioPipeline pipeline, string weddingId, Action<string> warn)
{
    /// <summary>Who speaks, where the web studio has a user's id.</summary>
    private const string Speaker = "tags.json";

    /// <summary>As the journal's anchors: below this overlap a box means another face (DESIGN 3.5).</summary>
    private const double LeastOverlap = .4;

    private sealed record Tagged(int FaceId, int PersonId, string Name, string? Role);

    public async Task ApplyAsync(IReadOnlyList<TagFile.Tag> tags, CancellationToken ct)
    {
        var faces = await FindFacesAsync(tags, ct);
        await SplitAsync(await TaggedAsync(faces, ct), ct);
        await MergeAsync(await TaggedAsync(faces, ct), ct);
        await NameAsync(await TaggedAsync(faces, ct), ct);
    }

    private async Task SplitAsync(IReadOnlyList<Tagged> tagged, CancellationToken ct)
    {
        foreach (var person in tagged.GroupBy(t => t.PersonId))
        {
            // The name with the most tagged faces keeps the person and everyone untagged in it.
            var names = person.GroupBy(t => t.Name).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal);
            foreach (var name in names.Skip(1))
                await SayAsync(new Statement(CorrectionKind.Split, [person.Key], [.. name.Select(t => t.FaceId)], []), name.Key, ct);
        }
    }

    private async Task MergeAsync(IReadOnlyList<Tagged> tagged, CancellationToken ct)
    {
        foreach (var name in tagged.GroupBy(t => t.Name))
        {
            var people = name.Select(t => t.PersonId).Distinct().Order().ToList();
            if (people.Count > 1)
                await SayAsync(new Statement(CorrectionKind.Merged, people, [], []), name.Key, ct);
        }
    }

    private async Task NameAsync(IReadOnlyList<Tagged> tagged, CancellationToken ct)
    {
        var people = await store.ReadAsync(db => db.People.Where(p => p.WeddingId == weddingId).ToDictionaryAsync(p => p.Id, ct), ct);
        foreach (var name in tagged.GroupBy(t => t.Name))
        {
            var person = people[name.First().PersonId];
            var role = name.Select(t => t.Role).FirstOrDefault(r => r is not null) ?? person.Role;
            if (person.Name != name.Key || person.Role != role)
                await SayAsync(new Statement(CorrectionKind.Named, [person.Id], [], []) { Name = name.Key, Role = role }, name.Key, ct);
        }
    }

    private async Task SayAsync(Statement statement, string name, CancellationToken ct)
    {
        var outcome = await pipeline.CorrectAsync(weddingId, Speaker, statement, ct);
        if (!outcome.Accepted)
            warn($"{name}: {outcome.Message}");
    }

    /// <summary>The face each tag means, one to one by best overlap; a tag that means none is warned about.</summary>
    private async Task<Dictionary<int, TagFile.Tag>> FindFacesAsync(IReadOnlyList<TagFile.Tag> tags, CancellationToken ct)
    {
        var photos = await store.ReadAsync(db => db.Photos.Where(p => p.WeddingId == weddingId)
            .ToDictionaryAsync(p => p.Path, p => p.DuplicateOfId ?? p.Id, ct), ct);
        var found = new Dictionary<int, TagFile.Tag>();
        foreach (var photo in tags.GroupBy(t => t.PhotoId))
        {
            if (!photos.TryGetValue(photo.Key, out var photoId))
            {
                warn($"{photo.Key}: there is no such photo");
                continue;
            }

            var faces = await store.ReadAsync(db => db.Faces.Where(f => f.PhotoId == photoId && f.PersonId != null).ToListAsync(ct), ct);
            var pairs = from tag in photo
                        from face in faces
                        let overlap = tag.Box.IoU(face.Box)
                        where overlap >= LeastOverlap
                        orderby overlap descending
                        select (tag, face.Id);
            var placed = new HashSet<TagFile.Tag>();
            foreach (var (tag, faceId) in pairs)
            {
                if (!placed.Contains(tag) && found.TryAdd(faceId, tag))
                    placed.Add(tag);
            }

            foreach (var tag in photo.Except(placed))
                warn($"{photo.Key}: no face was found where {tag.Name} is said to be");
        }

        return found;
    }

    private async Task<IReadOnlyList<Tagged>> TaggedAsync(Dictionary<int, TagFile.Tag> faces, CancellationToken ct)
    {
        var people = await store.ReadAsync(db => db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null)
            .ToDictionaryAsync(f => f.Id, f => f.PersonId!.Value, ct), ct);
        return [.. faces.Where(f => people.ContainsKey(f.Key)).OrderBy(f => f.Key)
            .Select(f => new Tagged(f.Key, people[f.Key], f.Value.Name, f.Value.Role))];
    }
}
