using System.Numerics;
using WeddingStudio.Engine.Picks.Album;

namespace WeddingStudio.Tests.Picks;

/// <summary>Random weddings for the album, and the fewest photos by trying all sets.</summary>
internal static class RandomCover
{
    public static HashSet<int> People(int count) => [.. Enumerable.Range(1, count)];

    /// <summary>Groups of one to six, whose members came out at their best or not.</summary>
    public static List<AlbumPhoto> Photos(Random random, int people, int photos) =>
    [
        .. Enumerable.Range(0, photos).Select(i => new AlbumPhoto(i, $"{i:0000}.jpg",
            [.. Enumerable.Range(1, people).OrderBy(_ => random.Next()).Take(random.Next(1, Math.Min(6, people) + 1))
                .Select(p => new AlbumFace(p, .9 - .01 * random.Next(0, 7)))])),
    ];

    /// <summary>Whom each photo shows at their best, written again from the definition.</summary>
    private static int[] Shown(IEnumerable<AlbumPhoto> photos, IReadOnlyList<AlbumPhoto> all)
    {
        var best = all.SelectMany(p => p.Faces).GroupBy(f => f.PersonId).ToDictionary(g => g.Key, g => g.Max(f => f.Score));
        return [.. photos.Select(p => p.Faces.Where(f => f.Score >= best[f.PersonId] - SmallestAlbum.Tolerance)
            .Aggregate(0, (bits, f) => bits | 1 << f.PersonId))];
    }

    public static bool ShowsAll(IEnumerable<AlbumPhoto> album, IReadOnlyList<AlbumPhoto> all, int people)
    {
        var best = all.SelectMany(p => p.Faces).GroupBy(f => f.PersonId).ToDictionary(g => g.Key, g => g.Max(f => f.Score));
        return best.Keys.Where(p => p <= people).ToHashSet().SetEquals(
            album.SelectMany(p => p.Faces).Where(f => f.Score >= best[f.PersonId] - SmallestAlbum.Tolerance).Select(f => f.PersonId));
    }

    public static int Fewest(IReadOnlyList<AlbumPhoto> photos)
    {
        var shown = Shown(photos, photos);
        var everybody = shown.Aggregate(0, (all, bits) => all | bits);
        for (var size = 0; ; size++)
        {
            if (SetsOf(size, photos.Count).Any(set => Together(shown, set) == everybody))
                return size;
        }
    }

    private static int Together(int[] shown, int set)
    {
        var all = 0;
        for (var rest = set; rest != 0; rest &= rest - 1)
            all |= shown[BitOperations.TrailingZeroCount(rest)];
        return all;
    }

    /// <summary>All sets of so many out of n as bits, each the next larger number with as many bits (Gosper).</summary>
    private static IEnumerable<int> SetsOf(int size, int outOf)
    {
        if (size == 0)
            yield return 0;
        for (var set = (1 << size) - 1; size > 0 && set < 1 << outOf;)
        {
            yield return set;
            var lowest = set & -set;
            var next = set + lowest;
            set = (((next ^ set) >> 2) / lowest) | next;
        }
    }
}
