using System.Numerics.Tensors;

namespace WeddingStudio.Engine.Moments.Day;

/// <summary>
/// Puts photos without a time into the moment whose photos they are most like: who is in them, what they wear, the
/// picture's colours, and the names around theirs.
/// </summary>
internal static class Placing
{
    /// <summary>So many of a moment's photos speak for it: a long moment is not better than a short one.</summary>
    private const int Nearest = 5;

    /// <summary>
    /// What each likeness, 0..1, counts against who is in the photo: guests come and go all day, places do not. Of all photos of drawn
    /// wedding 1, .87 went where they belong; at 3 instead of 10 .83, by the picture alone .88, by who is in it alone .22.
    /// </summary>
    private const double ClothesCount = .5, PictureCount = 10;

    /// <summary>Files that lie between two of one moment in the same folder were nearly always taken between them too.</summary>
    private const double NeighbourCount = 4;

    /// <param name="Clothes">Colours of the clothes by person.</param>
    internal sealed record Photo(int Id, string Path, float[] Colours, int[] People, IReadOnlyDictionary<int, float[]> Clothes);

    /// <returns>Photo id to index of the moment, every photo of <paramref name="untimed"/>.</returns>
    public static IReadOnlyDictionary<int, int> Find(IReadOnlyList<Photo> untimed, IReadOnlyList<List<Photo>> moments)
    {
        var all = moments.SelectMany(m => m).Concat(untimed).ToList();
        var rarity = all.SelectMany(p => p.People).CountBy(p => p).ToDictionary(p => p.Key, p => Math.Log((all.Count + 1.0) / p.Value));
        var neighbours = Neighbours(untimed, moments);
        return untimed.ToDictionary(photo => photo.Id, photo => Enumerable.Range(0, moments.Count)
            .MaxBy(i => (Likeness(photo, moments[i], rarity) + Neighbour(neighbours[photo.Id], i), moments[i].Count, -i)));
    }

    private static double Neighbour(List<int> around, int moment) =>
        around.Count < 2 ? 0 : NeighbourCount * around.Count(n => n == moment) / around.Count;

    private static double Likeness(Photo photo, List<Photo> moment, Dictionary<int, double> rarity) =>
        moment.Select(other => Likeness(photo, other, rarity)).OrderDescending().Take(Nearest).Sum() / Nearest;

    private static double Likeness(Photo a, Photo b, Dictionary<int, double> rarity)
    {
        var picture = PictureCount * Math.Pow(ColourLikeness.Likeness(a.Colours, b.Colours), 2);
        int[] both = [.. a.People.Intersect(b.People)];
        if (both.Length == 0)
            return picture;
        var company = both.Sum(p => rarity[p]) / a.People.Union(b.People).Sum(p => rarity[p]);
        double[] clothes = [.. both.Where(p => a.Clothes.ContainsKey(p) && b.Clothes.ContainsKey(p))
            .Select(p => (double)TensorPrimitives.CosineSimilarity(a.Clothes[p], b.Clothes[p]))];
        return picture + company + ClothesCount * clothes.DefaultIfEmpty(0).Average();
    }

    /// <summary>By photo without a time, the moments of the timed photos before and after it by name, in its folder.</summary>
    private static Dictionary<int, List<int>> Neighbours(IReadOnlyList<Photo> untimed, IReadOnlyList<List<Photo>> moments)
    {
        var found = untimed.ToDictionary(p => p.Id, _ => new List<int>());
        var placed = moments.SelectMany((photos, i) => photos.Select(p => (Photo: p, Moment: (int?)i)))
            .Concat(untimed.Select(p => (Photo: p, Moment: (int?)null)));
        foreach (var folder in placed.GroupBy(p => Path.GetDirectoryName(p.Photo.Path)))
        {
            var files = folder.OrderBy(p => p.Photo.Path, StringComparer.Ordinal).ToList();
            foreach (var order in new[] { files, files.AsEnumerable().Reverse() })
            {
                int? last = null;
                foreach (var (photo, moment) in order)
                {
                    if (moment is null && last is { } before)
                        found[photo.Id].Add(before);
                    last = moment ?? last;
                }
            }
        }

        return found;
    }
}
