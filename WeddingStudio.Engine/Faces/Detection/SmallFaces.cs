using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// A second look at large photos in overlapping tiles of full resolution, for faces that are too small once the photo is shrunk
/// to the detector's size. Tiles overlap by more than the largest face they are asked for, so each of those is whole in one.
/// </summary>
internal sealed class SmallFaces(IFaceDetector detector, int tilePx)
{
    /// <summary>
    /// Share of a tile that its neighbour sees too. Larger faces are left to the first look, which sees them at 20 px and more.
    /// </summary>
    private const double Overlap = .125;

    /// <summary>A cut face's box may end at the cut or a little before it. Pixels.</summary>
    private const double SeamPx = 3;

    /// <summary>Two boxes are one face when they share more than this of the smaller one: whole and cut faces differ in size.</summary>
    private const double MostShared = .5;

    /// <summary>Photos of people far away: much larger than what the detector sees, and no face fills a quarter of the height.</summary>
    public bool AreLikely(int widthPx, int heightPx, IEnumerable<FaceBox> found) =>
        Math.Max(widthPx, heightPx) > 2 * tilePx && found.All(box => box.HeightPx < heightPx / 4.0);

    /// <summary>Faces of an upright photo that are not among those already known, best first.</summary>
    public IReadOnlyList<DetectedFace> Detect(Raster upright, IReadOnlyList<FaceBox> known, CancellationToken ct)
    {
        var overlapPx = (int)(tilePx * Overlap);
        List<DetectedFace> found = [];
        foreach (var top in Starts(upright.HeightPx, tilePx, overlapPx))
        {
            foreach (var left in Starts(upright.WidthPx, tilePx, overlapPx))
            {
                // A photo of 100 megapixels has hundreds of tiles.
                ct.ThrowIfCancellationRequested();
                var tile = upright.Part(left, top, Math.Min(tilePx, upright.WidthPx - left), Math.Min(tilePx, upright.HeightPx - top));
                found.AddRange(detector.Detect(tile)
                    .Where(face => Math.Max(face.Box.WidthPx, face.Box.HeightPx) <= overlapPx - 2 * SeamPx
                        && !IsCut(face.Box, tile, left, top, upright))
                    .Select(face => face.Move(left, top)));
            }
        }

        return [.. NonMaxSuppression.Keep(found, face => face.Score, (a, b) => a.Box.ShareOfSmaller(b.Box), MostShared)
            .Where(face => known.All(box => box.ShareOfSmaller(face.Box) <= MostShared))];
    }

    /// <summary>Where tiles begin: as few as reach from end to end with at least the overlap, evenly spread.</summary>
    internal static IEnumerable<int> Starts(int lengthPx, int tilePx, int overlapPx)
    {
        if (lengthPx <= tilePx)
            return [0];
        var steps = (int)Math.Ceiling((double)(lengthPx - tilePx) / (tilePx - overlapPx));
        return Enumerable.Range(0, steps + 1).Select(i => (int)((long)(lengthPx - tilePx) * i / steps));
    }

    private static bool IsCut(FaceBox box, Raster tile, int left, int top, Raster photo) =>
        (left > 0 && box.X1 < SeamPx) || (left + tile.WidthPx < photo.WidthPx && box.X2 > tile.WidthPx - SeamPx)
        || (top > 0 && box.Y1 < SeamPx) || (top + tile.HeightPx < photo.HeightPx && box.Y2 > tile.HeightPx - SeamPx);
}
