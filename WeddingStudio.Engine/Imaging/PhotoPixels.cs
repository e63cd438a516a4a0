namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// The pixels of an open photo. Most of a large photo is only ever looked at shrunk, so it is decoded as a whole reduced by a whole
/// number, and at full size in the parts that somebody asks for. Places are in pixels of the full size.
/// </summary>
public sealed class PhotoPixels
{
    /// <summary>Reduced photos keep a long side of this and more: a fifth more than pages show, twice what detectors see.</summary>
    public const int LeastLongSidePx = 2500;

    /// <summary>A strip of a few pixels is left as it is.</summary>
    private const int LeastShortSidePx = 64;

    /// <summary>The most pixels of full size kept at a time, in bytes: ninety faces of 100 px with what is around them.</summary>
    public const int MostPartBytes = 24 << 20;

    private const int MostShrink = 8;

    private readonly PartsReader? _readParts;
    private IReadOnlyList<PhotoLevel> _parts = [];

    /// <summary>A picture that is there at full size.</summary>
    public PhotoPixels(Raster whole)
        : this(whole, whole.WidthPx, whole.HeightPx, shrink: 1, readParts: null)
    {
    }

    /// <summary>Whatever looks at photos looks at pictures at full size as well.</summary>
    public static implicit operator PhotoPixels(Raster picture) => new(picture);

    /// <param name="whole">The picture reduced by <paramref name="shrink"/>.</param>
    /// <param name="widthPx">At full size.</param>
    /// <param name="heightPx">Likewise.</param>
    /// <param name="shrink">Pixels along each side that became one; 1 for none.</param>
    /// <param name="readParts">Reads parts of full size.</param>
    public PhotoPixels(Raster whole, int widthPx, int heightPx, int shrink, PartsReader? readParts)
    {
        Whole = new PhotoLevel(whole, 0, 0, shrink);
        (WidthPx, HeightPx, _readParts) = (widthPx, heightPx, readParts);
    }

    public int WidthPx { get; }
    public int HeightPx { get; }

    /// <summary>All of the photo, be it reduced.</summary>
    public PhotoLevel Whole { get; }

    public bool IsReduced => Whole.Shrink > 1;

    /// <summary>How far a photo of this size is reduced: 1, 2, 4 or 8.</summary>
    public static int ShrinkFor(int widthPx, int heightPx)
    {
        var shrink = 1;
        while (shrink < MostShrink && Math.Max(widthPx, heightPx) / (2 * shrink) >= LeastLongSidePx
            && Math.Min(widthPx, heightPx) / (2 * shrink) >= LeastShortSidePx)
            shrink *= 2;
        return shrink;
    }

    /// <summary>
    /// Has these parts of a reduced photo at full size too, as many of the smallest as may be kept. Throws as the photo's reader does.
    /// </summary>
    public async Task ReadPartsAsync(IEnumerable<PixelRect> wanted, CancellationToken ct)
    {
        if (!IsReduced || _readParts is null)
            return;
        List<PixelRect> parts = [.. _parts.Select(part => part.Area)];
        foreach (var part in wanted.OrderBy(part => part.Bytes))
        {
            if (!parts.Exists(other => other.Contains(part)) && parts.Sum(other => (long)other.Bytes) + part.Bytes <= MostPartBytes)
                parts.Add(part);
        }

        if (parts.Count == _parts.Count)
            return;
        var rasters = await _readParts(parts, ct);
        _parts = [.. rasters.Zip(parts, (raster, part) => new PhotoLevel(raster, part.Left, part.Top, Shrink: 1))];
    }

    /// <summary>
    /// Where to look at a part of the photo: at full size if that is there and the reduced photo is coarser than asked for.
    /// </summary>
    /// <param name="area">What is looked at.</param>
    /// <param name="coarsest">Pixels of full size along each side that may have become one.</param>
    public PhotoLevel LevelFor(PixelRect area, double coarsest)
    {
        if (Whole.Shrink > coarsest)
        {
            foreach (var part in _parts)
            {
                if (part.Area.Contains(area))
                    return part;
            }
        }

        return Whole;
    }

    /// <summary>A copy of an area, at least as large as asked for; see <see cref="LevelFor"/>.</summary>
    public PhotoLevel Part(PixelRect area, double coarsest) => LevelFor(area, coarsest).Part(area);
}

/// <summary>Reads rectangles of a photo at full size.</summary>
public delegate Task<IReadOnlyList<Raster>> PartsReader(IReadOnlyList<PixelRect> parts, CancellationToken ct);

/// <summary>A part of a photo, maybe reduced.</summary>
/// <param name="Raster">Its pixels.</param>
/// <param name="Left">Where it begins, in pixels of the photo at full size.</param>
/// <param name="Top">Likewise.</param>
/// <param name="Shrink">Pixels of full size along each side that became one.</param>
public readonly record struct PhotoLevel(Raster Raster, int Left, int Top, int Shrink)
{
    /// <summary>What it covers of the photo.</summary>
    public PixelRect Area => AreaOf(new(0, 0, Raster.WidthPx, Raster.HeightPx));

    /// <summary>The pixels of <see cref="Raster"/> that show an area that lies within, and whatever shares pixels with it.</summary>
    public PixelRect PixelsOf(PixelRect area)
    {
        // What is left over at the right and lower edge of a reduced photo is shown by its last pixels.
        var left = Math.Min((area.Left - Left) / Shrink, Raster.WidthPx - 1);
        var top = Math.Min((area.Top - Top) / Shrink, Raster.HeightPx - 1);
        var (right, bottom) = (EndOf(area.Right - Left, Raster.WidthPx), EndOf(area.Bottom - Top, Raster.HeightPx));
        return new PixelRect(left, top, right - left, bottom - top);
    }

    /// <summary>What pixels of <see cref="Raster"/> cover of the photo.</summary>
    public PixelRect AreaOf(PixelRect pixels) =>
        new(Left + pixels.Left * Shrink, Top + pixels.Top * Shrink, pixels.WidthPx * Shrink, pixels.HeightPx * Shrink);

    /// <summary>A copy of an area that lies within; see <see cref="PixelsOf"/>.</summary>
    public PhotoLevel Part(PixelRect area)
    {
        var pixels = PixelsOf(area);
        var (left, top, _, _) = AreaOf(pixels);
        return new PhotoLevel(Raster.Part(pixels), left, top, Shrink);
    }

    /// <summary>The pixel that shows a place of the photo.</summary>
    public ReadOnlySpan<byte> PixelAt(double x, double y)
    {
        var column = Math.Min(((int)x - Left) / Shrink, Raster.WidthPx - 1);
        var row = Math.Min(((int)y - Top) / Shrink, Raster.HeightPx - 1);
        return Raster.Rgb.Slice(3 * (row * Raster.WidthPx + column), 3);
    }

    private int EndOf(int end, int lengthPx) => Math.Min((end + Shrink - 1) / Shrink, lengthPx);
}
