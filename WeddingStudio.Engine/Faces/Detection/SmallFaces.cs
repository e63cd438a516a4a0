using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// A second look at large photos in overlapping tiles, for faces that are too small once the photo is shrunk to the detector's size.
/// Tiles overlap by more than the largest face they are asked for, so each of those is whole in one. A crowd shows in the first look
/// already: whom it sees stand among others who are a little smaller, so only tiles near small faces are looked at.
/// </summary>
internal sealed class SmallFaces(IFaceDetector detector, int tilePx)
{
    /// <summary>
    /// Of a photo reduced to half tiles are enlarged by this: a face of 32 pixels, about the smallest that anybody can be told by, is
    /// shown to the detector with 24. At full size hardly anybody more is found, at twice the price (docs/faces-measured.md).
    /// </summary>
    private const double Enlargement = 1.5;

    /// <summary>
    /// As the first look saw it. In crowds a third of the faces and more were that small, in other photos none (docs/faces-measured.md).
    /// </summary>
    private const double SmallPx = 40;

    /// <summary>How far around a small face others are looked for, in tiles.</summary>
    private const double Around = .5;

    /// <summary>
    /// Share of a tile that its neighbour sees too. Larger faces are left to the first look, which sees them at 20 px and more.
    /// </summary>
    private const double Overlap = .125;

    /// <summary>A cut face's box may end at the cut or a little before it. Pixels.</summary>
    private const double SeamPx = 3;

    /// <summary>Two boxes are one face when they share more than this of the smaller one: whole and cut faces differ in size.</summary>
    private const double MostShared = .5;

    /// <summary>Photos much larger than what the detector sees, in which it saw somebody small.</summary>
    public bool AreLikely(int widthPx, int heightPx, IEnumerable<FaceBox> found) =>
        IsLarge(widthPx, heightPx) && found.Any(box => IsSmall(box, Math.Max(widthPx, heightPx)));

    public bool IsLarge(int widthPx, int heightPx) => Math.Max(widthPx, heightPx) > 2 * tilePx;

    /// <summary>Faces of an upright photo that are not among those already known, best first.</summary>
    /// <param name="upright">The photo.</param>
    /// <param name="known">In its pixels; where none of them is small, all of it is looked at.</param>
    /// <param name="isReduced">The photo itself is larger.</param>
    /// <param name="ct">Asked before every tile.</param>
    public IReadOnlyList<DetectedFace> Detect(Raster upright, IReadOnlyList<FaceBox> known, bool isReduced, CancellationToken ct)
    {
        var enlarge = isReduced ? Enlargement : 1;
        var (sidePx, overlapPx) = ((int)(tilePx / enlarge), (int)(tilePx / enlarge * Overlap));
        FaceBox[] small = [.. known.Where(box => IsSmall(box, Math.Max(upright.WidthPx, upright.HeightPx)))];
        List<DetectedFace> found = [];
        foreach (var (top, bottom) in Spans(upright.HeightPx, sidePx, overlapPx))
        {
            foreach (var (left, right) in Spans(upright.WidthPx, sidePx, overlapPx))
            {
                // A photo of 100 megapixels has dozens of tiles.
                ct.ThrowIfCancellationRequested();
                if (small.Length > 0 && !Array.Exists(small, box => IsNear(box, left, top, right, bottom, Around * sidePx)))
                    continue;
                var tile = new PixelRect(left, top, right - left, bottom - top);
                var shown = RasterResize.Resize(upright, tile, (int)(tile.WidthPx * enlarge), (int)(tile.HeightPx * enlarge));
                var (across, down) = ((double)tile.WidthPx / shown.WidthPx, (double)tile.HeightPx / shown.HeightPx);
                found.AddRange(detector.Detect(shown)
                    .Select(face => face.Scale(across, down))
                    .Where(face => Math.Max(face.Box.WidthPx, face.Box.HeightPx) <= overlapPx - 2 * SeamPx
                        && !IsCut(face.Box, tile, upright))
                    .Select(face => face.Move(left, top)));
            }
        }

        return [.. NonMaxSuppression.Keep(found, face => face.Score, (a, b) => a.Box.ShareOfSmaller(b.Box), MostShared)
            .Where(face => known.All(box => box.ShareOfSmaller(face.Box) <= MostShared))];
    }

    /// <summary>Where tiles begin and end: as few as reach from end to end with the overlap, none larger than it must be.</summary>
    internal static IEnumerable<(int From, int Until)> Spans(int lengthPx, int tilePx, int overlapPx)
    {
        var count = Math.Max(1, (int)Math.Ceiling((double)(lengthPx - overlapPx) / (tilePx - overlapPx)));
        var sidePx = (int)Math.Ceiling((lengthPx + (count - 1.0) * overlapPx) / count);
        return Enumerable.Range(0, count).Select(i => count == 1 ? 0 : (int)((long)(lengthPx - sidePx) * i / (count - 1)))
            .Select(from => (from, Math.Min(from + sidePx, lengthPx)));
    }

    private bool IsSmall(FaceBox box, int longSidePx) => Math.Max(box.WidthPx, box.HeightPx) * tilePx / longSidePx < SmallPx;

    private static bool IsNear(FaceBox box, int left, int top, int right, int bottom, double aroundPx) =>
        box.CentreX > left - aroundPx && box.CentreX < right + aroundPx && box.CentreY > top - aroundPx && box.CentreY < bottom + aroundPx;

    private static bool IsCut(FaceBox box, PixelRect tile, Raster photo) =>
        (tile.Left > 0 && box.X1 < SeamPx) || (tile.Right < photo.WidthPx && box.X2 > tile.WidthPx - SeamPx)
        || (tile.Top > 0 && box.Y1 < SeamPx) || (tile.Bottom < photo.HeightPx && box.Y2 > tile.HeightPx - SeamPx);
}
