using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Bench;

/// <summary>How well the engine's grouping made people of labelled faces.</summary>
/// <param name="Faces">Labelled faces that count, found or not; one that was not found is a group of its own.</param>
/// <param name="Poor">Of the faces that may begin nobody.</param>
internal sealed record PeopleFigures(BCubed Score, int Faces, int Identities, int NotFound, int Groups, PeopleFigures.PoorTally Poor)
{
    /// <summary>Found faces too poor to begin a person.</summary>
    /// <param name="Faces">All of them.</param>
    /// <param name="Joined">Those with a label that counts who share a group with another face.</param>
    /// <param name="Wrong">Of the joined, those whose company is mostly of another identity.</param>
    /// <param name="Unknown">Those without a label that counts; where everybody is labelled, things that are no face.</param>
    /// <param name="UnknownJoined">Of the unknown, those who share a group with a labelled face.</param>
    public readonly record struct PoorTally(int Faces, int Joined, int Wrong, int Unknown, int UnknownJoined);

    /// <param name="labels">Who is who.</param>
    /// <param name="pictures">In the order in which they come.</param>
    /// <param name="clustering">How the pack wants its vectors grouped.</param>
    /// <param name="later">Share 0..1 of the pictures, the last ones, that come when the others are people already.</param>
    public static PeopleFigures Of(
        IReadOnlyList<LabelledFace> labels, IReadOnlyList<PictureFaces> pictures, ClusteringSettings clustering, double later = 0)
    {
        var faces = new List<FaceVector>();
        var groupIndex = new List<(LabelledFace Label, int Face)>();
        var labelsOf = labels.ToLookup(label => label.File);
        for (var photo = 0; photo < pictures.Count; photo++)
        {
            // A list without boxes speaks of one face per picture; whoever else is in it is not known and stays out.
            var own = labelsOf[pictures[photo].Name].ToList();
            IReadOnlyList<FaceReading> readings = own.Count == 0 || own[0].Box is not null ? pictures[photo].Faces
                : pictures[photo].Central is { } central ? [central] : [];
            var match = LabelledFace.Match(own, [.. readings.Select(r => r.Box)], pictures[photo].WidthPx, pictures[photo].HeightPx);
            groupIndex.AddRange(own.Select((label, i) => (label, match[i] < 0 ? -1 : faces.Count + match[i])));
            faces.AddRange(readings.Select((r, i) => pictures[photo].Vector(photo, r, i)));
        }

        var groups = Group(faces, clustering, (int)Math.Round(pictures.Count * (1 - later)));
        var counted = groupIndex.Where(g => g.Label.Counts).ToList();
        return new PeopleFigures(
            BCubed.Of([.. counted.Select(g => g.Face < 0 ? -1 : groups[g.Face])], [.. counted.Select(g => g.Label.Identity)]),
            counted.Count, counted.Select(g => g.Label.Identity).Distinct().Count(), counted.Count(g => g.Face < 0),
            groups.Where(g => g >= 0).Distinct().Count(),
            TallyPoor(faces, groups, counted.Where(g => g.Face >= 0).ToDictionary(g => g.Face, g => g.Label.Identity)));
    }

    private static PoorTally TallyPoor(List<FaceVector> faces, int[] groups, Dictionary<int, string> identityOf)
    {
        var company = Enumerable.Range(0, faces.Count).Where(i => groups[i] >= 0).ToLookup(i => groups[i]);
        var tally = new PoorTally();
        foreach (var i in Enumerable.Range(0, faces.Count).Where(i => !faces[i].Seeds && faces[i].Embedding.Length > 0))
        {
            var others = groups[i] < 0 ? [] : company[groups[i]].Where(other => other != i).ToList();
            var mostly = others.Where(identityOf.ContainsKey).CountBy(other => identityOf[other]).OrderByDescending(pair => pair.Value)
                .Select(pair => pair.Key).FirstOrDefault();
            tally = tally with { Faces = tally.Faces + 1 };
            if (!identityOf.TryGetValue(i, out var identity))
                tally = tally with { Unknown = tally.Unknown + 1, UnknownJoined = tally.UnknownJoined + (mostly is null ? 0 : 1) };
            else if (others.Count > 0)
                tally = tally with { Joined = tally.Joined + 1, Wrong = tally.Wrong + (mostly == identity ? 0 : 1) };
        }

        return tally;
    }

    private static int[] Group(List<FaceVector> faces, ClusteringSettings clustering, int firstLater)
    {
        List<FaceVector> there = [.. faces.Where(face => face.PhotoId < firstLater)];
        var groups = BaseGrouping.Group(there, clustering);
        return there.Count == faces.Count ? groups
            : BaseGrouping.Group([.. there.Zip(groups, Stand), .. faces.Skip(there.Count)], clustering);

        static FaceVector Stand(FaceVector face, int group) =>
            face with { Standing = group == BaseGrouping.Nobody ? null : new StandingGroup(group, Settled: false) };
    }
}
