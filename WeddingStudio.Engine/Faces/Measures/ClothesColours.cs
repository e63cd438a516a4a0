using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Measures;

/// <summary>
/// The colours of what is worn below a face: a histogram over lightness, green-red and blue-yellow (Oklab, Ottosson 2020), every colour
/// seen relative to the skin of the face above it. The face is the grey card: sun, shade,
/// candles and flash change it and the clothes alike.
/// Of all pairs of a drawn day's faces this tells the same clothes from others with an AUC of .98; without the grey card .89.
/// </summary>
internal static class ClothesColours
{
    private const int Lightnesses = 6, Hues = 5;
    public const int Length = Lightnesses * Hues * Hues;

    // Where clothes are: in face heights below the chin and in face widths to either side. Best of twelve regions on drawn weddings;
    // further down hands, tables and neighbours come in, further up nothing but neck.
    private const double Top = .2, Bottom = 1.6, Side = .8;

    /// <summary>Of the region; with less in the picture and not behind other faces it says more of them than of the clothes.</summary>
    private const double LeastVisible = .35;

    /// <summary>Samples along each side of a region: plenty for thirty colours, and the same time for a face of any size.</summary>
    private const int Samples = 32, SkinSamples = 12;

    /// <summary>
    /// What the skin is taken to be, as a photographer's grey card: .4 of all light. Half as light again still has a place of its own.
    /// </summary>
    private const float Skin = .4f, Lightest = 1.2f;

    /// <summary>Oklab's green-red and blue-yellow to either side; only signal colours lie beyond, and they count as its end.</summary>
    private const float Colourful = .2f;

    /// <summary>Of all light; a face darker than this is a shadow and no grey card.</summary>
    private const float DarkestSkin = .01f;

    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(i => ToLinear(i / 255f))];

    /// <returns>[<see cref="Length"/>] shares that sum to 1; empty when too little is in the picture.</returns>
    public static float[] Of(PhotoPixels photo, FaceBox face, int quarterLean, IReadOnlyCollection<FaceBox> otherFaces)
    {
        var body = new Frame(photo, face, quarterLean);
        if (SkinOf(body) is not { } skin)
            return [];
        var colours = new float[Length];
        var seen = 0;
        for (var i = 0; i < Samples * Samples; i++)
        {
            var across = Side * (2 * (i % Samples + .5) / Samples - 1);
            var down = .5 + Top + (Bottom - Top) * (i / Samples + .5) / Samples;
            var (x, y) = body.At(across, down);
            if (!body.Contains(x, y) || otherFaces.Any(other => x >= other.X1 && x <= other.X2 && y >= other.Y1 && y <= other.Y2))
                continue;
            var (red, green, blue) = body.LightAt(x, y);
            Count(colours, Skin * red / skin.Red, Skin * green / skin.Green, Skin * blue / skin.Blue);
            seen++;
        }

        return seen < LeastVisible * Samples * Samples ? [] : Array.ConvertAll(colours, sum => sum / seen);
    }

    /// <summary>The median of the inner face: glasses, brows, beards and lips are less than half of it.</summary>
    private static (float Red, float Green, float Blue)? SkinOf(Frame body)
    {
        List<(float Red, float Green, float Blue)> light = [];
        for (var i = 0; i < SkinSamples * SkinSamples; i++)
        {
            var (x, y) = body.At(.5 * ((i % SkinSamples + .5) / SkinSamples) - .25, .55 * ((i / SkinSamples + .5) / SkinSamples) - .2);
            if (body.Contains(x, y))
                light.Add(body.LightAt(x, y));
        }

        if (light.Count < SkinSamples)
            return null;
        var skin = (Red: Median(light.Select(l => l.Red)), Green: Median(light.Select(l => l.Green)),
            Blue: Median(light.Select(l => l.Blue)));
        return Math.Max(skin.Red, skin.Green) < DarkestSkin ? null
            : (Math.Max(skin.Red, DarkestSkin), Math.Max(skin.Green, DarkestSkin), Math.Max(skin.Blue, DarkestSkin));
    }

    private static float Median(IEnumerable<float> values) => values.Order().ElementAt(values.Count() / 2);

    /// <summary>Shared between the neighbouring places of all three axes, so that a little more light moves a little of the sum.</summary>
    private static void Count(float[] colours, float red, float green, float blue)
    {
        var l = MathF.Cbrt(.4122214708f * red + .5363325363f * green + .0514459929f * blue);
        var m = MathF.Cbrt(.2119034982f * red + .6806995451f * green + .1073969566f * blue);
        var s = MathF.Cbrt(.0883024619f * red + .2817188376f * green + .6299787005f * blue);
        var (light, lightShare) = Place((.2104542553f * l + .7936177850f * m - .0040720468f * s) / Lightest, Lightnesses);
        var (a, aShare) = Place((1.9779984951f * l - 2.4285922050f * m + .4505937099f * s) / (2 * Colourful) + .5f, Hues);
        var (b, bShare) = Place((.0259040371f * l + .7827717662f * m - .8086757660f * s) / (2 * Colourful) + .5f, Hues);
        for (var corner = 0; corner < 8; corner++)
        {
            var (upLight, upA, upB) = (corner & 1, (corner >> 1) & 1, corner >> 2);
            colours[((light + upLight) * Hues + a + upA) * Hues + b + upB] += Share(lightShare, upLight) * Share(aShare, upA)
                * Share(bShare, upB);
        }

        static float Share(float upper, int up) => up == 1 ? upper : 1 - upper;
    }

    private static (int Lower, float UpperShare) Place(float at, int places)
    {
        var place = Math.Clamp(at, 0, 1) * (places - 1);
        var lower = Math.Min((int)place, places - 2);
        return (lower, place - lower);
    }

    private static float ToLinear(float value) => value <= .04045f ? value / 12.92f : MathF.Pow((value + .055f) / 1.055f, 2.4f);

    /// <summary>
    /// The photo as seen from the face: origin in its middle, one unit its width across and its height down, whichever way it leans.
    /// </summary>
    private readonly struct Frame(PhotoPixels photo, FaceBox face, int quarterLean)
    {
        private readonly bool _onSide = quarterLean % 2 == 1;

        public (double X, double Y) At(double across, double down)
        {
            var (right, below) = _onSide ? (across * face.HeightPx, down * face.WidthPx) : (across * face.WidthPx, down * face.HeightPx);
            var (x, y) = quarterLean switch { 1 => (-below, right), 2 => (-right, -below), 3 => (below, -right), _ => (right, below) };
            return (face.CentreX + x, face.CentreY + y);
        }

        public bool Contains(double x, double y) => x >= 0 && y >= 0 && x < photo.WidthPx && y < photo.HeightPx;

        public (float Red, float Green, float Blue) LightAt(double x, double y)
        {
            var pixel = photo.Whole.PixelAt(x, y);
            return (Linear[pixel[0]], Linear[pixel[1]], Linear[pixel[2]]);
        }
    }
}
