using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// face_id: the first 16 hex digits (lower case) of SHA-256 over the UTF-8 text `hash:x1,y1,x2,y2:ordinal` - the photo's content
/// hash, the box in whole pixels, and 0 for the first face with that box in the photo, 1 for a second.
/// </summary>
public static class FaceKey
{
    public static string Of(string contentHash, FaceBox box, int ordinal)
    {
        var (x1, y1, x2, y2) = WholePixels(box);
        var text = string.Create(CultureInfo.InvariantCulture, $"{contentHash}:{x1},{y1},{x2},{y2}:{ordinal}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>The keys of all faces of one photo, in the order of the boxes.</summary>
    public static IReadOnlyList<string> OfAll(string contentHash, IEnumerable<FaceBox> boxes)
    {
        Dictionary<(int, int, int, int), int> seen = [];
        return [.. boxes.Select(box =>
        {
            var pixels = WholePixels(box);
            var ordinal = seen.GetValueOrDefault(pixels);
            seen[pixels] = ordinal + 1;
            return Of(contentHash, box, ordinal);
        })];
    }

    internal static (int X1, int Y1, int X2, int Y2) WholePixels(FaceBox box) =>
        (Whole(box.X1), Whole(box.Y1), Whole(box.X2), Whole(box.Y2));

    internal static FaceBox Clip(FaceBox box, int widthPx, int heightPx) => new(
        Math.Clamp(box.X1, 0, widthPx), Math.Clamp(box.Y1, 0, heightPx), Math.Clamp(box.X2, 0, widthPx), Math.Clamp(box.Y2, 0, heightPx));

    private static int Whole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
