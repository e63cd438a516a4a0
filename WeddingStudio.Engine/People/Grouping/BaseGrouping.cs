using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>A face for grouping.</summary>
/// <param name="Key">Equal from run to run; decides the order in which faces are looked at.</param>
/// <param name="Embedding">[dim] unit length; empty when it has none that can be compared.</param>
/// <param name="Seeds">It may begin a group or bridge two; others only join one (small, blurred
/// and turned faces look like anybody).</param>
/// <param name="Standing">The group it is in already; null for a face that came later.</param>
/// <param name="Quality">Fitness for recognition 0..1.</param>
/// <param name="Panel">Which of the pictures it is in that its photo may be put together from.</param>
public sealed record FaceVector(string Key, int PhotoId, double WidthPx, float[] Embedding, bool Seeds = true,
    StandingGroup? Standing = null, double Quality = 1, int Panel = 0);

/// <summary>A group that later faces may join.</summary>
/// <param name="Settled">A user spoke of it, so it becomes one with no other of which one did.</param>
public readonly record struct StandingGroup(int Group, bool Settled);

/// <summary>
/// The base partition: which faces look like one person. Precision before recall: by mean likeness where the pack says how much is enough,
/// else by density; never two faces of one exposure in one group, everybody else a group of their own.
/// </summary>
public static class BaseGrouping
{
    /// <summary>Group of a face that belongs to nobody.</summary>
    public const int Nobody = -1;

    /// <summary>Smaller faces are no use to anybody. From the design.</summary>
    public const double MinWidthPx = 16;

    /// <summary>Groups do not depend on the order of <paramref name="faces"/>, only on what is in it.</summary>
    /// <param name="faces">All faces; those with an embedding must agree in its length.</param>
    /// <param name="clustering">How the pack wants its vectors grouped.</param>
    /// <returns>[faces] group 0 .. k-1 in the order of the groups' first keys, or <see cref="Nobody"/>.</returns>
    public static int[] Group(IReadOnlyList<FaceVector> faces, ClusteringSettings clustering)
    {
        if (clustering.Directions is { } directions)
            faces = [.. faces.Select(face => face with { Embedding = Vectors.Without(face.Embedding, directions) })];
        var byKey = Enumerable.Range(0, faces.Count).OrderBy(i => faces[i].Key, StringComparer.Ordinal).ToArray();
        int[] usable = [.. byKey.Where(i => faces[i].Embedding.Length > 0 && faces[i].WidthPx >= MinWidthPx)];
        var labelOf = usable.Zip(Label(Exposures.Apart([.. usable.Select(i => faces[i])], clustering), clustering))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        var groups = new int[faces.Count];
        Dictionary<int, int> groupOfLabel = [];
        var next = 0;
        foreach (var i in byKey)
        {
            if (faces[i].WidthPx < MinWidthPx)
                groups[i] = Nobody;
            else if (!labelOf.TryGetValue(i, out var label) || label < 0)
                groups[i] = next++;
            else if (!groupOfLabel.TryGetValue(label, out groups[i]))
                groupOfLabel[label] = groups[i] = next++;
        }

        return groups;
    }

    private static int[] Label(FaceVector[] faces, ClusteringSettings clustering) =>
        clustering.Linkage is { } linkage ? LikenessGrouping.Label(faces, linkage) : DensityGrouping.Label(faces, clustering.Epsilon);

    /// <summary>[n] for faces of standing groups the first face of theirs, the others are alone.</summary>
    internal static int[] Standing(IReadOnlyList<FaceVector> faces)
    {
        var firstOf = Enumerable.Range(0, faces.Count).Where(i => faces[i].Standing is not null)
            .GroupBy(i => faces[i].Standing!.Value.Group).ToDictionary(g => g.Key, g => g.First());
        return [.. faces.Select(face => face.Standing is { } standing ? firstOf[standing.Group] : NearestGroup.Alone)];
    }

    /// <summary>The faces of every group, by its label.</summary>
    internal static IEnumerable<IGrouping<int, int>> ByLabel(IReadOnlyList<int> labels) =>
        Enumerable.Range(0, labels.Count).Where(i => labels[i] >= 0).GroupBy(i => labels[i]);

    internal static int[] Alone(IReadOnlyList<FaceVector> faces, int[] labels, bool seeds) =>
        [.. Enumerable.Range(0, faces.Count).Where(i => labels[i] == NearestGroup.Alone && faces[i].Seeds == seeds)];
}
