namespace WeddingStudio.Engine.Picks.Album;

/// <summary>A person in a photo and how well they came out in it, 0..1.</summary>
public readonly record struct AlbumFace(int PersonId, double Score);

/// <summary>A photo that could be in the album, with everybody who is in it.</summary>
public sealed record AlbumPhoto(int PhotoId, string Path, IReadOnlyList<AlbumFace> Faces)
{
    /// <summary>UTC, the camera's offset applied; null when unknown.</summary>
    public DateTime? At { get; init; }

    /// <summary>A user wants it shown.</summary>
    public bool AlwaysShow { get; init; }

    /// <summary>A user wants nobody, or not everybody, to see it.</summary>
    public bool NeverShow { get; init; }

    /// <summary>Versions of one shot share it; null for a photo of its own.</summary>
    public int? ShotId { get; init; }
}

/// <summary>A photo of the album and whom it is there for; nobody where a user alone wants it.</summary>
public sealed record AlbumChoice(AlbumPhoto Photo, IReadOnlyList<int> For);

/// <param name="Photos">In order of the day, those without a time last.</param>
/// <param name="NotShown">Who is in no photo that may be shown.</param>
public sealed record Album(IReadOnlyList<AlbumChoice> Photos, IReadOnlyList<int> NotShown);

/// <summary>
/// The smallest set of photos that shows everybody at their best. Whoever is in a photo and came out there about as well as anywhere
/// is shown at their best; somebody's only photo therefore counts. The order of photos and people changes nothing.
/// </summary>
public static class SmallestAlbum
{
    /// <summary>
    /// How far below a person's best photo another still shows them at their best. On four drawn weddings (25 people each) photos within
    /// .03 number five per person and 1 in 521 has closed eyes or is blurred; .05: 3 in 924; .08: 22 in 1531. The smallest album has 12 to
    /// 14 photos with .03, 19 to 22 with each person's single best alone.
    /// </summary>
    internal const double Tolerance = .03;

    /// <param name="photos">In any order; people who need not be shown may be in them.</param>
    /// <param name="people">Who must be shown.</param>
    public static Album Of(IReadOnlyList<AlbumPhoto> photos, IReadOnlySet<int> people)
    {
        AlbumPhoto[] shown = [.. OnePerShot(photos.Where(p => !p.NeverShow)).OrderBy(p => p.Path, StringComparer.Ordinal)
            .ThenBy(p => p.PhotoId)];
        var best = Best(shown, people);
        int[] order = [.. best.Keys.Order()];
        var place = order.Select((person, at) => (person, at)).ToDictionary(p => p.person, p => p.at);
        CoverPhoto[] candidates = [.. shown.Select(p => Candidate(p, place, best))];

        var chosen = SetCover.Smallest(candidates, order.Length);
        return new Album(
            [.. For(chosen, candidates, order.Length)
                .Select((whom, i) => new AlbumChoice(shown[chosen[i]], [.. whom.Select(at => order[at])]))
                .OrderBy(c => c.Photo.At ?? DateTime.MaxValue).ThenBy(c => c.Photo.Path, StringComparer.Ordinal)],
            [.. people.Where(p => !place.ContainsKey(p)).Order()]);
    }

    /// <summary>Of versions of one shot one is enough: what a user wants shown, else the one that shows its people best.</summary>
    private static IEnumerable<AlbumPhoto> OnePerShot(IEnumerable<AlbumPhoto> photos) => photos
        .GroupBy(p => p.ShotId is { } shot ? (IsShot: true, Id: shot) : (IsShot: false, Id: p.PhotoId))
        .Select(versions => versions.OrderByDescending(p => p.AlwaysShow).ThenByDescending(p => p.Faces.Count)
            .ThenByDescending(p => p.Faces.Sum(f => f.Score)).ThenBy(p => p.Path, StringComparer.Ordinal).First());

    private static Dictionary<int, double> Best(IEnumerable<AlbumPhoto> photos, IReadOnlySet<int> people) => photos
        .SelectMany(p => p.Faces).Where(f => people.Contains(f.PersonId))
        .GroupBy(f => f.PersonId).ToDictionary(g => g.Key, g => g.Max(f => f.Score));

    private static CoverPhoto Candidate(AlbumPhoto photo, Dictionary<int, int> place, Dictionary<int, double> best)
    {
        var scores = photo.Faces.Where(f => best.ContainsKey(f.PersonId))
            .GroupBy(f => f.PersonId).ToDictionary(g => place[g.Key], g => g.Max(f => f.Score));
        var atBest = photo.Faces.Where(f => best.TryGetValue(f.PersonId, out var top) && f.Score >= top - Tolerance)
            .Select(f => place[f.PersonId]).Distinct();
        return new CoverPhoto(PeopleSet.Of(atBest, place.Count), scores, photo.AlwaysShow);
    }

    /// <summary>
    /// Everybody counts for one photo, the one of the album they came out best in: so each tile says whom it cannot be left out for.
    /// </summary>
    private static List<int>[] For(IReadOnlyList<int> chosen, CoverPhoto[] candidates, int people)
    {
        var whom = chosen.Select(_ => new List<int>()).ToArray();
        for (var person = 0; person < people; person++)
        {
            var at = Enumerable.Range(0, chosen.Count).Where(i => candidates[chosen[i]].Shows.Has(person))
                .MaxBy(i => candidates[chosen[i]].Scores[person]);
            whom[at].Add(person);
        }

        return whom;
    }
}
