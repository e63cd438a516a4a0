using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Groups by mean likeness, in rounds: first what is surely one person; then, with what all faces of the album have in common taken out,
/// what is one by the pack's bound; then clean groups and faces left alone, held against how alike each group's own faces are; then poor
/// faces. How the rounds and figures were found is in docs/people-measured.md.
/// </summary>
internal static class LikenessGrouping
{
    /// <summary>
    /// Before the common face is known groups must be surer by this; .42 with the reference embedder, of which .42 to .46 do.
    /// </summary>
    private const double Surely = .05;

    /// <summary>
    /// Of 77 pairs of groups that are one person and 1,022 that are two (30 draws of LFW) the mean cosine alone tells 33 before the first
    /// mistake; less half of what each group's own faces have in common, 52, and 58 before the third.
    /// </summary>
    private const double OwnLikeness = .5;

    /// <summary>
    /// Mean cosine of two faces of one person, .66 to .77 by embedder and album: who is like
    /// themselves as most are faces the pack's bound again.
    /// </summary>
    private const double UsualOwnMean = .68;

    /// <summary>
    /// The same rule for lone faces: of 246 of somebody and 1,219 of nobody, 106 before the sixth mistake (of the nearest two faces: 54).
    /// </summary>
    private const double LoneFace = .04;
    private const double LoneQuality = .05;

    /// <summary>
    /// Poor faces are held apart by a margin, so they are forgiven a little more. With a margin of .05 11 in 100 of those that joined were
    /// wrong, with .1 it is 5 (docs/people-measured.md, "Poor faces").
    /// </summary>
    private const double PoorFace = .05;
    private const double PoorFaceMargin = .1;

    /// <summary>Reflections of drawn people are .3 above the bound and more, two people who meet in a photo hardly reach it.</summary>
    private const double MirrorLikeness = .13;

    /// <summary>Poor faces nobody else is like must be this much more alike than people are at the least.</summary>
    private const double PairDoubt = .12;
    private const double PairMargin = .1;

    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="linkage">The pack's bounds.</param>
    /// <returns>[n] a number all faces of a group share, or <see cref="NearestGroup.Alone"/>.</returns>
    public static int[] Label(FaceVector[] faces, LinkageSettings linkage)
    {
        var labels = BaseGrouping.Standing(faces);
        int[] seeds = [.. Enumerable.Range(0, faces.Length).Where(i => faces[i].Seeds)];
        foreach (var i in seeds.Where(i => labels[i] == NearestGroup.Alone))
            labels[i] = i;

        var surely = Math.Max(linkage.MinCosine + Surely,
            linkage.TimesStrangers * Strangers.MedianCosine(Array.ConvertAll(seeds, i => faces[i])));
        Link(faces, labels, seeds, new LinkRule(surely, linkage.SmallGroups));
        faces = MeanFace.TakenOut(faces, labels);
        Link(faces, labels, seeds, new LinkRule(linkage.MinCosine, linkage.SmallGroups));
        SeenTwice.Join(faces, labels, linkage.MinCosine + MirrorLikeness);
        var closely = new LinkRule(linkage.MinCosine - OwnLikeness * UsualOwnMean, linkage.SmallGroups)
        {
            OwnLikeness = OwnLikeness, LoneFace = LoneFace, LoneQuality = LoneQuality,
        };
        Link(faces, labels, seeds, closely);
        PoorFaces.Join(faces, labels, BaseGrouping.Alone(faces, labels, seeds: false),
            closely with { LoneFace = PoorFace }, PoorFaceMargin);
        LonePairs.Join(faces, labels, linkage.MinCosine + PairDoubt, PairMargin);
        return labels;
    }

    /// <summary>Links groups by the faces that may bridge them; whoever became one takes poor faces along.</summary>
    private static void Link(FaceVector[] faces, int[] labels, int[] seeds, LinkRule rule)
    {
        var firstOf = new Dictionary<int, int>();
        int[] start = [.. seeds.Select((i, at) => firstOf.TryAdd(labels[i], at) ? at : firstOf[labels[i]])];
        var linked = AverageLinkage.Cluster(Array.ConvertAll(seeds, i => faces[i]), rule, start);
        var became = firstOf.ToDictionary(group => group.Key, group => seeds[linked[group.Value]]);
        for (var i = 0; i < labels.Length; i++)
            labels[i] = became.GetValueOrDefault(labels[i], labels[i]);
    }
}
