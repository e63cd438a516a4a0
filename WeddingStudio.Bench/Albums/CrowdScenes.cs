using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Bench.Albums;

/// <summary>A made photo and where its faces are.</summary>
internal sealed record CrowdScene(Raster Photo, IReadOnlyList<FaceBox> Faces);

/// <summary>
/// Photos of 24 megapixels with heads cut out of portraits, pasted at known places and sizes on busy ground: what weddings
/// have too few of to count on. Seeded.
/// </summary>
internal sealed class CrowdScenes(IReadOnlyList<string> portraits, Func<Raster, FaceBox?> central, int seed)
{
    public const int WidthPx = 6000, HeightPx = 4000;

    /// <summary>Of the cut-out head, in boxes: hair and chin come along, shoulders do not.</summary>
    private const double HeadAcross = 1.7, HeadDown = 1.6;

    private readonly Random _random = new(seed);

    /// <summary>60 to 200 faces.</summary>
    public CrowdScene Crowd() => Crowd(_random.Next(60, 201));

    /// <summary>Faces of 16 to 120 pixels, even in octaves.</summary>
    public CrowdScene Crowd(int people) => Make([.. Enumerable.Range(0, people).Select(_ => SizeBetween(16, 120))]);

    /// <summary>One face of 800 pixels and ten of 16 to 32.</summary>
    public CrowdScene Mixed() => Make([800, .. Enumerable.Range(0, 10).Select(_ => SizeBetween(16, 32))]);

    /// <summary>One to five people near the camera, faces of 200 to 900 pixels.</summary>
    public CrowdScene Portrait() => Make([.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => SizeBetween(200, 900))]);

    private double SizeBetween(double least, double most) => least * Math.Pow(most / least, _random.NextDouble());

    private CrowdScene Make(IReadOnlyList<double> sizesPx)
    {
        var photo = Ground();
        List<FaceBox> faces = [], taken = [];
        foreach (var sizePx in sizesPx.OrderDescending())
        {
            var (head, box) = Head(sizePx);
            var place = Free(head, taken);
            taken.Add(new FaceBox(place.X, place.Y, place.X + head.WidthPx, place.Y + head.HeightPx));
            Paste(head, photo, (int)place.X, (int)place.Y);
            faces.Add(new FaceBox(box.X1 + place.X, box.Y1 + place.Y, box.X2 + place.X, box.Y2 + place.Y));
        }

        return new CrowdScene(photo, faces);
    }

    /// <summary>A portrait's head at the wanted size of its box, and the box in it.</summary>
    private (Raster Head, FaceBox Box) Head(double sizePx)
    {
        while (true)
        {
            var portrait = PhotoReader.Read(portraits[_random.Next(portraits.Count)]);
            if (central(portrait) is not { } face)
                continue;
            var (width, height) = (face.WidthPx * HeadAcross, face.HeightPx * HeadDown);
            var (left, top) = ((int)(face.CentreX - width / 2), (int)(face.CentreY - height / 2));
            var (right, bottom) = ((int)(left + width), (int)(top + height));
            if (left < 0 || top < 0 || right > portrait.WidthPx || bottom > portrait.HeightPx)
                continue;
            var cut = portrait.Part(left, top, right - left, bottom - top);
            var scale = sizePx / Math.Max(face.WidthPx, face.HeightPx);
            var head = RasterResize.Resize(cut, Math.Max(1, (int)Math.Round(cut.WidthPx * scale)),
                Math.Max(1, (int)Math.Round(cut.HeightPx * scale)));
            var (across, down) = ((double)head.WidthPx / cut.WidthPx, (double)head.HeightPx / cut.HeightPx);
            return (head, new FaceBox((face.X1 - left) * across, (face.Y1 - top) * down, (face.X2 - left) * across,
                (face.Y2 - top) * down));
        }
    }

    private PointPx Free(Raster head, List<FaceBox> taken)
    {
        while (true)
        {
            var (x, y) = (_random.Next(WidthPx - head.WidthPx), _random.Next(HeightPx - head.HeightPx));
            var box = new FaceBox(x, y, x + head.WidthPx, y + head.HeightPx);
            if (taken.TrueForAll(other => other.IoU(box) == 0))
                return new PointPx(x, y);
        }
    }

    /// <summary>Only the ellipse within the picture, so that heads stand on every ground.</summary>
    private static void Paste(Raster head, Raster photo, int left, int top)
    {
        for (var y = 0; y < head.HeightPx; y++)
        {
            var v = (2 * y + 1.0) / head.HeightPx - 1;
            var half = head.WidthPx / 2.0 * Math.Sqrt(Math.Max(0, 1 - v * v));
            var (from, until) = ((int)Math.Ceiling(head.WidthPx / 2.0 - half), (int)Math.Floor(head.WidthPx / 2.0 + half));
            if (until > from)
                head.Row(y)[(3 * from)..(3 * until)].CopyTo(photo.Rgb[(((top + y) * photo.WidthPx + left + from) * 3)..]);
        }
    }

    /// <summary>Smooth colours, rectangles and grain.</summary>
    private Raster Ground()
    {
        var coarse = new byte[16 * 24 * 3];
        _random.NextBytes(coarse);
        var photo = RasterResize.Resize(new Raster(24, 16, coarse), WidthPx, HeightPx);
        for (var i = 0; i < 400; i++)
            Rectangle(photo);
        var rgb = photo.Rgb;
        for (var i = 0; i < rgb.Length; i++)
            rgb[i] = (byte)Math.Clamp(rgb[i] + _random.Next(-6, 7), 0, 255);
        return photo;
    }

    private void Rectangle(Raster photo)
    {
        var (width, height) = (_random.Next(5, 500), _random.Next(5, 500));
        var (left, top) = (_random.Next(WidthPx - width), _random.Next(HeightPx - height));
        byte[] colour = [(byte)_random.Next(256), (byte)_random.Next(256), (byte)_random.Next(256)];
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
                colour.CopyTo(photo.Rgb[((y * WidthPx + x) * 3)..]);
        }
    }
}
