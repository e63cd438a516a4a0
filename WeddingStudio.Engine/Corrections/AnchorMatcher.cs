using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Corrections;

/// <summary>A face as anchors find it.</summary>
public readonly record struct AnchoredFace(int FaceId, string ContentHash, FaceBox Box);

/// <summary>Finds the faces a statement was made about among those known now, whatever found or grouped them.</summary>
public sealed class AnchorMatcher(IEnumerable<AnchoredFace> faces)
{
    /// <summary>Less overlap than this is another face. From the design: generous, because detectors frame differently.</summary>
    public const double MinIoU = .4;

    private readonly ILookup<string, AnchoredFace> _byPhoto = faces.ToLookup(face => face.ContentHash);

    /// <summary>
    /// [anchors] the Face.Id of each anchor, null when not found or when the anchor is a whole photo. No face is given out twice.
    /// </summary>
    public int?[] Match(IReadOnlyList<Anchor> anchors)
    {
        var found = new int?[anchors.Count];
        foreach (var photo in Enumerable.Range(0, anchors.Count).Where(i => anchors[i].Box is not null)
            .GroupBy(i => anchors[i].ContentHash))
            MatchPhoto(anchors, [.. photo], [.. _byPhoto[photo.Key]], found);
        return found;
    }

    /// <summary>The face that fits a box in a photo best; null when none overlaps enough.</summary>
    public int? Find(string contentHash, FaceBox box) => Match([new Anchor(contentHash, box)])[0];

    /// <summary>Greedy from the best overlap down: in one photo overlaps above .4 hardly ever compete.</summary>
    private static void MatchPhoto(IReadOnlyList<Anchor> anchors, int[] wanted, AnchoredFace[] faces, int?[] found)
    {
        var pairs = from anchor in wanted
                    from face in faces
                    let iou = anchors[anchor].Box!.Value.IoU(face.Box)
                    where iou >= MinIoU
                    orderby iou descending, face.FaceId, anchor
                    select (anchor, face.FaceId);
        HashSet<int> taken = [];
        foreach (var (anchor, faceId) in pairs)
        {
            if (found[anchor] is null && taken.Add(faceId))
                found[anchor] = faceId;
        }
    }
}
