using System.Runtime.CompilerServices;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>Which pixels of a photo are wanted: the whole, at full size or reduced, or parts of full size, one after the other.</summary>
/// <param name="Shrink">Pixels along each side that become one: 1, 2, 4 or 8.</param>
/// <param name="Parts">In the upright picture; empty for the whole.</param>
internal sealed record PixelWish(int Shrink, IReadOnlyList<PixelRect> Parts)
{
    /// <summary>Rows to fetch at a time: a JPEG's block rows, a multiple of every shrink, and enough for a quick quarter turn.</summary>
    public const int StripRows = 16;

    public static readonly PixelWish FullSize = new(1, []);

    /// <summary>
    /// The stored pixels of a rectangle of the photo, [rows, width, 3] bytes of sRGB; later ones never lie above earlier ones.
    /// </summary>
    public delegate ReadOnlySpan<byte> Fetcher(int left, int top, int widthPx, int rows);

    /// <summary>Size of a reduced picture, as libvips has it: what is left over at the right and lower edge is left out.</summary>
    public static (int WidthPx, int HeightPx) SizeOf(int widthPx, int heightPx, int shrink) => (widthPx / shrink, heightPx / shrink);

    public int Bytes(int widthPx, int heightPx) => checked(Parts.Count > 0 ? Parts.Sum(part => part.Bytes)
        : SizeOf(widthPx, heightPx, Shrink) is var (width, height) ? width * height * 3 : 0);

    /// <summary>Puts the wanted pixels upright where they belong.</summary>
    /// <param name="orientation">Of the stored picture.</param>
    /// <param name="fetch">Gives stored pixels at full size.</param>
    /// <param name="target">The whole picture, or all parts.</param>
    /// <param name="stripRows">To fetch at a time; a multiple of <see cref="StripRows"/>.</param>
    public void Place(Orientation orientation, Fetcher fetch, Span<byte> target, int stripRows = StripRows)
    {
        if (Parts.Count > 0)
            PlaceParts(orientation, fetch, target, stripRows);
        else if (Shrink > 1)
            PlaceReduced(orientation, fetch, target, stripRows);
        else
            PlaceWhole(orientation, fetch, target, stripRows);
    }

    private static void PlaceWhole(Orientation orientation, Fetcher fetch, Span<byte> target, int stripRows)
    {
        for (var y = 0; y < orientation.StoredHeightPx; y += stripRows)
            orientation.Place(fetch(0, y, orientation.StoredWidthPx, Math.Min(stripRows, orientation.StoredHeightPx - y)), y, target);
    }

    private void PlaceReduced(Orientation orientation, Fetcher fetch, Span<byte> target, int stripRows)
    {
        var (widthPx, heightPx) = SizeOf(orientation.StoredWidthPx, orientation.StoredHeightPx, Shrink);
        var reduced = Orientation.Of(orientation.Exif, widthPx, heightPx);
        var rows = new byte[stripRows / Shrink * widthPx * 3];
        for (var y = 0; y < heightPx * Shrink; y += stripRows)
        {
            var stored = fetch(0, y, orientation.StoredWidthPx, Math.Min(stripRows, heightPx * Shrink - y));
            reduced.Place(rows.AsSpan(0, Reduce(stored, orientation.StoredWidthPx, widthPx, rows)), y / Shrink, target);
        }
    }

    private void PlaceParts(Orientation orientation, Fetcher fetch, Span<byte> target, int stripRows)
    {
        var parts = new (PixelRect Stored, Orientation Upright, int At)[Parts.Count];
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var stored = orientation.Stored(Parts[i]);
            parts[i] = (stored, Orientation.Of(orientation.Exif, stored.WidthPx, stored.HeightPx), at);
            at += Parts[i].Bytes;
        }

        // Within a strip too, the upper one first.
        Array.Sort(parts, (a, b) => a.Stored.Top.CompareTo(b.Stored.Top));
        var end = parts.Max(part => part.Stored.Bottom);
        for (var y = parts.Min(part => part.Stored.Top) / stripRows * stripRows; y < end; y += stripRows)
        {
            foreach (var (stored, upright, from) in parts)
            {
                var (top, bottom) = (Math.Max(y, stored.Top), Math.Min(y + stripRows, stored.Bottom));
                if (top < bottom)
                    upright.Place(fetch(stored.Left, top, stored.WidthPx, bottom - top), top - stored.Top, target[from..]);
            }
        }
    }

    /// <summary>The mean of every square of pixels. Returns the bytes written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Reduce(ReadOnlySpan<byte> stored, int storedWidthPx, int widthPx, Span<byte> reduced)
    {
        var (rows, at) = (stored.Length / (storedWidthPx * 3), 0);
        var (count, half) = (Shrink * Shrink, Shrink * Shrink / 2);
        for (var top = 0; top < rows; top += Shrink)
        {
            for (var x = 0; x < widthPx; x++)
            {
                int red = 0, green = 0, blue = 0;
                for (var row = top; row < top + Shrink; row++)
                {
                    var pixels = stored.Slice((row * storedWidthPx + x * Shrink) * 3, Shrink * 3);
                    for (var i = 0; i < pixels.Length; i += 3)
                        (red, green, blue) = (red + pixels[i], green + pixels[i + 1], blue + pixels[i + 2]);
                }

                reduced[at++] = (byte)((red + half) / count);
                reduced[at++] = (byte)((green + half) / count);
                reduced[at++] = (byte)((blue + half) / count);
            }
        }

        return at;
    }
}
