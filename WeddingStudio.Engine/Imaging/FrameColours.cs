namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// Where a photo was taken shows in its colours: a histogram over the shares of red and green in the light of every point. How
/// bright it is does not count, so that another exposure is the same place.
/// </summary>
/// <remarks>
/// Of the photos of two drawn weddings, .85 and .90 have most of their five nearest by these colours in their own moment;
/// by red, green and blue in four steps each .84 and .85, by the mean colours of 24 fields .71 and .81.
/// </remarks>
public static class FrameColours
{
    private const int Steps = 8;
    public const int Length = Steps * Steps;

    /// <summary>Points along each side: many more than there are colours to tell apart.</summary>
    private const int Samples = 96;

    /// <summary>Shares of red and of green from grey (1/3) to as far as photos go; beyond counts as the end.</summary>
    private const double From = .2, Range = .3;

    /// <summary>Darker points have no colour worth the name.</summary>
    private const int DarkestSum = 24;

    /// <returns>[<see cref="Length"/>] shares that sum to 1; empty for a photo without a light point.</returns>
    public static float[] Of(Raster photo)
    {
        var colours = new float[Length];
        var seen = 0;
        var rgb = photo.Rgb;
        for (var i = 0; i < Samples * Samples; i++)
        {
            var x = (int)((i % Samples + .5) / Samples * photo.WidthPx);
            var y = (int)((i / Samples + .5) / Samples * photo.HeightPx);
            var pixel = rgb.Slice(3 * (y * photo.WidthPx + x), 3);
            var sum = pixel[0] + pixel[1] + pixel[2];
            if (sum < DarkestSum)
                continue;
            colours[Step((double)pixel[0] / sum) * Steps + Step((double)pixel[1] / sum)]++;
            seen++;
        }

        return seen == 0 ? [] : Array.ConvertAll(colours, count => count / seen);
    }

    private static int Step(double share) => Math.Clamp((int)((share - From) / Range * Steps), 0, Steps - 1);
}
