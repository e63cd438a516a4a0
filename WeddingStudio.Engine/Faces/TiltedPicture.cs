using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces;

/// <summary>A picture turned about its middle and made smaller, so that what leans in it stands straight.</summary>
internal sealed class TiltedPicture
{
    /// <summary>Small enough that half a degree is nothing: two pixels from one side to the other.</summary>
    private const int LongSidePx = 400;

    /// <summary>What leans more was not meant to lie straight.</summary>
    private const double StepDegrees = .5, MostDegrees = 4;

    private readonly Luma _picture;
    private readonly double _scale, _sin, _cos;

    private TiltedPicture(Luma picture, double degrees)
    {
        _picture = picture;
        _scale = Math.Min(1, (double)LongSidePx / Math.Max(picture.WidthPx, picture.HeightPx));
        (_sin, _cos) = Math.SinCos(degrees * Math.PI / 180);
        var (widthPx, heightPx) = ((int)(_scale * picture.WidthPx), (int)(_scale * picture.HeightPx));
        var values = new float[widthPx * heightPx];
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y) = From(i % widthPx + .5, i / widthPx + .5);
            values[i] = picture.Values[Math.Clamp((int)y, 0, picture.HeightPx - 1) * picture.WidthPx
                + Math.Clamp((int)x, 0, picture.WidthPx - 1)];
        }

        Luma = new Luma(widthPx, heightPx, values);
    }

    public Luma Luma { get; }

    /// <summary>The least turned first.</summary>
    public static IEnumerable<TiltedPicture> All(Luma picture) =>
        Enumerable.Range(1, (int)(MostDegrees / StepDegrees)).SelectMany(step => new[] { step * StepDegrees, -step * StepDegrees })
            .Select(degrees => new TiltedPicture(picture, degrees));

    /// <summary>A face where it lies in <see cref="Luma"/>.</summary>
    public PanelFace Place(PanelFace face)
    {
        var (x, y) = (face.Box.CentreX - _picture.WidthPx / 2.0, face.Box.CentreY - _picture.HeightPx / 2.0);
        var (centreX, centreY) = (_scale * (_cos * x + _sin * y + _picture.WidthPx / 2.0),
            _scale * (_cos * y - _sin * x + _picture.HeightPx / 2.0));
        var (half, halfDown) = (_scale * face.Box.WidthPx / 2, _scale * face.Box.HeightPx / 2);
        return face with { Box = new(centreX - half, centreY - halfDown, centreX + half, centreY + halfDown) };
    }

    /// <summary>A place of <see cref="Luma"/> in shares of the picture's width and height.</summary>
    public (float X, float Y) Back(double x, double y)
    {
        var (fromX, fromY) = From(x, y);
        return ((float)(fromX / _picture.WidthPx), (float)(fromY / _picture.HeightPx));
    }

    private (double X, double Y) From(double x, double y)
    {
        var (fromX, fromY) = (x / _scale - _picture.WidthPx / 2.0, y / _scale - _picture.HeightPx / 2.0);
        return (_cos * fromX - _sin * fromY + _picture.WidthPx / 2.0, _cos * fromY + _sin * fromX + _picture.HeightPx / 2.0);
    }
}
