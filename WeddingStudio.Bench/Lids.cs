using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Bench;

/// <summary>
/// Shuts the eyes of a face in a picture: lids in the colours of the skin around each eye, with a line of lashes where they meet.
/// </summary>
internal static class Lids
{
    /// <summary>
    /// A lid is drawn this much of the eye's width beyond the measured edges, at the corners too: the lashes of the open eye must not stay
    /// around it as a rim, or it looks like an eye without a pupil (seen in pictures drawn with .07).
    /// </summary>
    private const double BeyondAbove = .17, BeyondBelow = .11, BeyondCorner = .10;

    /// <summary>Where the skin's colour is taken from, in eye widths beyond the lids: above lashes and fold, below lashes.</summary>
    private const double SkinAbove = .10, SkinBelow = .12;

    /// <summary>Lashes darken the lower edge by up to this share, over this part of the eye's width.</summary>
    private const double LashShade = .65, LashWidth = .05;

    /// <summary>
    /// The first points of the eyes of 68 iBUG points: a corner, two of the upper lid, the other corner, two of the lower lid.
    /// </summary>
    private static readonly int[] Eyes = [36, 42];

    public static Raster Shut(Raster picture, PointPx[] ibug68)
    {
        var shut = new Raster(picture.WidthPx, picture.HeightPx, picture.Rgb.ToArray());
        foreach (var first in Eyes)
            Shut(picture, shut, ibug68.AsSpan(first, 6));
        return shut;
    }

    private static void Shut(Raster from, Raster to, ReadOnlySpan<PointPx> eye)
    {
        var (corner, width) = (eye[0], Math.Max(eye[0].DistanceTo(eye[3]), 1));
        var (alongX, alongY) = ((eye[3].X - corner.X) / width, (eye[3].Y - corner.Y) / width);

        // A parabola through the corners is at .84 of its height where the two points of each lid are.
        var upper = Math.Min((Down(eye[1]) + Down(eye[2])) / 2 / .84, -.1 * width);
        var lower = Math.Max((Down(eye[4]) + Down(eye[5])) / 2 / .84, .03 * width);
        for (var y = (int)(corner.Y - 1.2 * width); y <= corner.Y + 1.2 * width; y++)
        {
            for (var x = (int)(Math.Min(corner.X, eye[3].X) - .2 * width); x <= Math.Max(corner.X, eye[3].X) + .2 * width; x++)
            {
                var (acrossX, acrossY) = (x - corner.X, y - corner.Y);
                var (u, v) = ((acrossX * alongX + acrossY * alongY) / width, acrossY * alongX - acrossX * alongY);
                if (u is > -BeyondCorner and < 1 + BeyondCorner && x >= 0 && y >= 0 && x < to.WidthPx && y < to.HeightPx)
                    Paint(x, y, u, v);
            }
        }

        double Down(PointPx p) => (p.Y - corner.Y) * alongX - (p.X - corner.X) * alongY;

        void Paint(int x, int y, double u, double v)
        {
            var arch = Math.Max(0, 4 * u * (1 - u));
            var wide = (u + BeyondCorner) / (1 + 2 * BeyondCorner);
            var cap = Math.Sqrt(Math.Max(0, 4 * wide * (1 - wide)));
            var (top, bottom) = (upper * arch - BeyondAbove * width * cap, lower * arch + BeyondBelow * width * cap);
            var cover = Math.Clamp(v - top + .5, 0, 1) * Math.Clamp(bottom - v + .5, 0, 1);
            var meet = lower * arch;
            var lash = 1 - LashShade * Math.Sqrt(arch) * Math.Exp(-.5 * Math.Pow((v - meet) / (LashWidth * width), 2));
            var down = Math.Clamp((v - top) / (bottom - top), 0, 1);
            for (var c = 0; c < 3; c++)
            {
                var skin = (1 - down) * Skin(u, top - SkinAbove * width, c) + down * Skin(u, bottom + SkinBelow * width, c);
                ref var pixel = ref to.Rgb[3 * (y * to.WidthPx + x) + c];
                pixel = (byte)Math.Clamp(Math.Round((cover * skin + (1 - cover) * pixel) * (cover > 0 ? lash : 1)), 0, 255);
            }
        }

        double Skin(double u, double v, int c)
        {
            var x = Math.Clamp((int)Math.Round(corner.X + u * width * alongX - v * alongY), 0, from.WidthPx - 1);
            var y = Math.Clamp((int)Math.Round(corner.Y + u * width * alongY + v * alongX), 0, from.HeightPx - 1);
            return from.Rgb[3 * (y * from.WidthPx + x) + c];
        }
    }
}
