using NetVips;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Bench.Albums;

/// <summary>Booth strips and collages, put together from pictures of which it is known who is in them.</summary>
internal sealed record ComposedPicture
{
    public enum Ground
    {
        White,
        Black,
        Coloured,
        Patterned,
    }

    public int Across { get; init; } = 1;

    /// <summary>Every picture is cut to this size about its middle.</summary>
    public int PanelWidthPx { get; init; } = 180;
    public int PanelHeightPx { get; init; } = 180;
    public int GutterPx { get; init; } = 10;
    public int BorderPx { get; init; } = 10;

    /// <summary>Room below the pictures, with some dark strokes as of writing.</summary>
    public int CaptionPx { get; init; }
    public Ground Behind { get; init; }

    /// <summary>Corners of the pictures.</summary>
    public int RoundPx { get; init; }
    public bool Grey { get; init; }
    public bool Sepia { get; init; }

    /// <summary>Lies on the table not quite straight.</summary>
    public double Degrees { get; init; }

    /// <summary>Every second picture is the one before it in a mirror.</summary>
    public bool Mirror { get; init; }

    /// <summary>Further pictures are small prints or screens with frames that lie upon the first, from the lower right on.</summary>
    public bool Upon { get; init; }
    private const double PrintShare = .42;
    private const int FramePx = 6;

    /// <summary>Where a picture lies in what <see cref="Of"/> makes of so many; turned ones about where.</summary>
    public FaceBox Panel(int picture, int pictures)
    {
        var (straight, (widthPx, heightPx)) = (Panel(picture), Size(pictures));
        var (sin, cos) = Math.SinCos(Degrees * Math.PI / 180);
        var (x, y) = (straight.CentreX - widthPx / 2.0, straight.CentreY - heightPx / 2.0);
        var (turnedX, turnedY) = (cos * x - sin * y + (cos * widthPx + Math.Abs(sin) * heightPx) / 2,
            sin * x + cos * y + (cos * heightPx + Math.Abs(sin) * widthPx) / 2);
        return new FaceBox(turnedX - PanelWidthPx / 2.0, turnedY - PanelHeightPx / 2.0, turnedX + PanelWidthPx / 2.0,
            turnedY + PanelHeightPx / 2.0);
    }

    private FaceBox Panel(int picture)
    {
        if (Upon && picture > 0)
        {
            var (printWidth, printHeight) = (PrintShare * PanelWidthPx, PrintShare * PanelHeightPx);
            var (right, bottom) = (PanelWidthPx - 2 * FramePx - (picture - 1) * (printWidth + 3 * FramePx), PanelHeightPx - 2 * FramePx);
            return new FaceBox((int)(right - printWidth), (int)(bottom - printHeight), (int)right, (int)bottom);
        }

        if (Upon)
            return new FaceBox(0, 0, PanelWidthPx, PanelHeightPx);
        var (left, top) = (BorderPx + picture % Across * (PanelWidthPx + GutterPx),
            BorderPx + picture / Across * (PanelHeightPx + GutterPx));
        return new FaceBox(left, top, left + PanelWidthPx, top + PanelHeightPx);
    }

    public Raster Of(IReadOnlyList<Raster> pictures)
    {
        var (widthPx, heightPx) = Size(pictures.Count);
        var rgb = new byte[3 * widthPx * heightPx];
        for (var i = 0; i < widthPx * heightPx; i++)
            GroundAt(i % widthPx, i / widthPx, heightPx).CopyTo(rgb.AsSpan(3 * i));
        for (var i = 0; i < pictures.Count; i++)
        {
            if (Upon && i > 0)
                Frame(rgb, widthPx, Panel(i));
            Lay(Mirror && i % 2 == 1 ? Mirrored(pictures[i - 1]) : pictures[i], rgb, widthPx, Panel(i));
        }

        if (Grey || Sepia)
            Tone(rgb);
        var composed = new Raster(widthPx, heightPx, rgb);
        return Degrees == 0 ? composed : Turned(composed);
    }

    private (int WidthPx, int HeightPx) Size(int pictures)
    {
        if (Upon)
            return (PanelWidthPx, PanelHeightPx);
        var down = (pictures + Across - 1) / Across;
        return (2 * BorderPx + Across * PanelWidthPx + (Across - 1) * GutterPx, 2 * BorderPx + down * PanelHeightPx
            + (down - 1) * GutterPx + CaptionPx);
    }

    private byte[] GroundAt(int x, int y, int heightPx)
    {
        var fromBottom = heightPx - y;
        if (fromBottom < CaptionPx * 2 / 3 && fromBottom > CaptionPx / 3 && x / 7 % 3 > 0)
            return [60, 40, 40];
        return Behind switch
        {
            Ground.White => [255, 255, 255],
            Ground.Black => [0, 0, 0],
            Ground.Coloured => [196, 60, 92],
            _ => (x / 6 + y / 6) % 2 == 0 ? [250, 230, 200] : [120, 150, 190],
        };
    }

    private void Lay(Raster picture, byte[] rgb, int widthPx, FaceBox panel)
    {
        var fitted = Fitted(picture, (int)panel.WidthPx, (int)panel.HeightPx);
        for (var y = 0; y < fitted.HeightPx; y++)
        {
            for (var x = 0; x < fitted.WidthPx; x++)
            {
                if (!IsCutOff(x, y, fitted))
                    fitted.Row(y).Slice(3 * x, 3).CopyTo(rgb.AsSpan(3 * (((int)panel.Y1 + y) * widthPx + (int)panel.X1 + x)));
            }
        }
    }

    private static void Frame(byte[] rgb, int widthPx, FaceBox print)
    {
        for (var y = (int)print.Y1 - FramePx; y < print.Y2 + FramePx; y++)
            rgb.AsSpan(3 * (y * widthPx + (int)print.X1 - FramePx), 3 * ((int)print.WidthPx + 2 * FramePx)).Fill(235);
    }

    private static Raster Mirrored(Raster picture)
    {
        using var image = Degradations.Image(picture);
        using var flipped = image.Flip(Enums.Direction.Horizontal);
        return new Raster(picture.WidthPx, picture.HeightPx, flipped.WriteToMemory<byte>());
    }

    private static Raster Fitted(Raster picture, int widthPx, int heightPx)
    {
        var scale = Math.Max((double)widthPx / picture.WidthPx, (double)heightPx / picture.HeightPx);
        var large = RasterResize.Resize(picture, Math.Max(widthPx, (int)Math.Round(scale * picture.WidthPx)),
            Math.Max(heightPx, (int)Math.Round(scale * picture.HeightPx)));
        return large.Part((large.WidthPx - widthPx) / 2, (large.HeightPx - heightPx) / 2, widthPx, heightPx);
    }

    private bool IsCutOff(int x, int y, Raster panel)
    {
        var (dx, dy) = (Math.Max(RoundPx - 1 - Math.Min(x, panel.WidthPx - 1 - x), 0),
            Math.Max(RoundPx - 1 - Math.Min(y, panel.HeightPx - 1 - y), 0));
        return dx * dx + dy * dy > RoundPx * RoundPx;
    }

    private void Tone(byte[] rgb)
    {
        for (var i = 0; i < rgb.Length; i += 3)
        {
            var luma = .299 * rgb[i] + .587 * rgb[i + 1] + .114 * rgb[i + 2];
            (rgb[i], rgb[i + 1], rgb[i + 2]) = Sepia ? ((byte)Math.Min(255, luma * 1.07 + 20), (byte)(luma * .95 + 8), (byte)(luma * .75))
                : ((byte)luma, (byte)luma, (byte)luma);
        }
    }

    private Raster Turned(Raster composed)
    {
        using var image = Degradations.Image(composed);
        using var turned = image.Rotate(Degrees, background: [150, 120, 90]).Cast(Enums.BandFormat.Uchar);
        return new Raster(turned.Width, turned.Height, turned.WriteToMemory<byte>());
    }
}
