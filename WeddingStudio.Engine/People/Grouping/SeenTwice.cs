using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// A mirror, a screen or a picture on the wall shows somebody twice in a photo, and whatever face grouped with the reflection is kept from
/// the person by that one photo. Where two groups meet in a single photo and are far more alike than two people are, the faces of the
/// smaller go over to the larger; only those in the shared photo stay apart.
/// </summary>
internal static class SeenTwice
{
    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="labels">[n] group or -1; changed in place. Faces of standing groups stay,
    /// and two groups users spoke of are two.</param>
    /// <param name="minMean">Least mean cosine of the two groups.</param>
    public static void Join(IReadOnlyList<FaceVector> faces, int[] labels, double minMean)
    {
        var groups = BaseGrouping.ByLabel(labels).ToDictionary(group => group.Key, group => group.ToList());
        var sums = groups.ToDictionary(group => group.Key, group => Vectors.Sum(group.Value.ConvertAll(i => faces[i].Embedding)));
        var alike = from met in MetOnce(faces, groups)
                    let mean = TensorPrimitives.Dot<float>(sums[met.A], sums[met.B]) / ((double)groups[met.A].Count * groups[met.B].Count)
                    where mean >= minMean && !(Settled(met.A) && Settled(met.B))
                    orderby mean descending, met.A, met.B
                    select met;
        bool Settled(int group) => groups[group].Exists(i => faces[i].Standing is { Settled: true });

        foreach (var (a, b, photo) in alike.ToList())
        {
            var (from, into) = (groups[a].Count, -a).CompareTo((groups[b].Count, -b)) < 0 ? (a, b) : (b, a);
            var taken = groups[into].Select(i => faces[i].PhotoId).ToHashSet();
            foreach (var i in groups[from]
                .Where(i => faces[i].PhotoId != photo && faces[i].Standing is null && taken.Add(faces[i].PhotoId)).ToList())
            {
                groups[from].Remove(i);
                groups[into].Add(i);
                labels[i] = into;
            }
        }
    }

    private static IEnumerable<(int A, int B, int PhotoId)> MetOnce(IReadOnlyList<FaceVector> faces, Dictionary<int, List<int>> groups)
    {
        var inPhoto = groups.SelectMany(group => group.Value.Select(i => (Group: group.Key, faces[i].PhotoId)))
            .ToLookup(at => at.PhotoId, at => at.Group);
        var meetings = from photo in inPhoto
                       from a in photo
                       from b in photo
                       where a < b
                       select (A: a, B: b, PhotoId: photo.Key);
        return meetings.GroupBy(met => (met.A, met.B)).Where(met => !met.Skip(1).Any()).Select(met => met.First());
    }
}
