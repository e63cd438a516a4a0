using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Faces too poor to begin or bridge people join who they are most like, by the rule for lone faces, if nobody else comes near. Never a
/// lone face: of what is no face at all most looked like one of those.
/// </summary>
internal static class PoorFaces
{
    private sealed record Person(int Label, LinkRule.Group Group, float[] Sum, HashSet<int> Photos);

    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="labels">[n] group, or <see cref="NearestGroup.Alone"/>; changed in place.</param>
    /// <param name="joining">Indices of the faces to give away, all alone. None of them draws another after it.</param>
    /// <param name="rule">What must be left of the mean cosine to a group.</param>
    /// <param name="margin">How much more must be left than of that to any other group.</param>
    public static void Join(IReadOnlyList<FaceVector> faces, int[] labels, IReadOnlyCollection<int> joining, LinkRule rule, double margin)
    {
        var people = BaseGrouping.ByLabel(labels).Select(group => (group.Key, Members: group.ToArray()))
            .Where(group => group.Members.Length > 1)
            .Select(group => Of(group.Key, group.Members, faces)).ToList();
        var offers = from i in joining.AsParallel()
                     let left = people.ConvertAll(person => Left(rule, faces[i], person))
                     let best = left.Index().DefaultIfEmpty().MaxBy(at => at.Item)
                     where left.Count > 0 && best.Item >= rule.Bound
                         && best.Item >= left.Where((_, at) => at != best.Index).DefaultIfEmpty(double.NegativeInfinity).Max() + margin
                     orderby best.Item descending, i
                     select (Face: i, Person: people[best.Index]);
        foreach (var (face, person) in offers.ToList())
        {
            if (person.Photos.Add(faces[face].PhotoId))
                labels[face] = person.Label;
        }
    }

    private static Person Of(int label, int[] members, IReadOnlyList<FaceVector> faces)
    {
        var sum = Vectors.Sum(Array.ConvertAll(members, i => faces[i].Embedding));
        return new Person(label, new LinkRule.Group(members.Length, Vectors.OwnMean(sum, members.Length), 0), sum,
            [.. members.Select(i => faces[i].PhotoId)]);
    }

    private static double Left(LinkRule rule, FaceVector face, Person person) =>
        rule.LeftOfLone(TensorPrimitives.Dot<float>(face.Embedding, person.Sum) / (double)person.Group.Size, face.Quality, person.Group);
}
