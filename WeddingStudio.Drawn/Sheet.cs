using System.Buffers;
using System.Text;
using NetVips;

namespace WeddingStudio.Drawn;

/// <summary>A picture in the making: [height][width][3] bytes, sRGB, opaque. Layers are laid over it one by one.</summary>
internal sealed class Sheet : IDisposable
{
    /// <summary>Fetched at a time: a row of libvips' tiles would be 2000 lines, these fit the processor's cache.</summary>
    private const int StripRows = 64;

    /// <summary>Sheets are tens of megabytes: taking each again from the system costs more time than drawing on it.</summary>
    private static readonly ArrayPool<byte> _pool = ArrayPool<byte>.Create(1 << 29, 8);

    private readonly int _widthPx, _heightPx;
    private readonly byte[] _rgb;

    private Sheet(int widthPx, int heightPx)
    {
        (_widthPx, _heightPx) = (widthPx, heightPx);
        _rgb = _pool.Rent(widthPx * heightPx * 3);
    }

    public void Dispose() => _pool.Return(_rgb);

    /// <summary>A place drawn at a fraction of the size and enlarged: out of focus, and drawn faster.</summary>
    /// <param name="svg">CoverFaces the whole canvas.</param>
    /// <param name="widthUnits">Width of its canvas.</param>
    /// <param name="widthPx">Size of the sheet.</param>
    /// <param name="heightPx">Likewise.</param>
    /// <param name="fraction">1, 2 or 4: a half or a quarter of the size.</param>
    /// <param name="sigmaPx">Further blur at full size.</param>
    public static Sheet Of(Svg svg, double widthUnits, int widthPx, int heightPx, int fraction, double sigmaPx)
    {
        var (width, height) = ((widthPx + fraction - 1) / fraction, (heightPx + fraction - 1) / fraction);
        using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg.Picture(widthUnits, width, height)));
        using var opaque = drawn.Flatten();
        using var soft = sigmaPx / fraction < .3 ? opaque.Copy() : opaque.Gaussblur(sigmaPx / fraction);
        using var enlarged = fraction == 1 ? soft.Copy() : soft.Resize(fraction, kernel: Enums.Kernel.Linear);
        using var cut = enlarged.Crop(0, 0, widthPx, heightPx);
        using var bytes = cut.Cast(Enums.BandFormat.Uchar);
        var sheet = new Sheet(widthPx, heightPx);
        EachStrip(bytes, (strip, row) => strip.CopyTo(sheet._rgb.AsSpan(row * widthPx * 3)));
        return sheet;
    }

    /// <summary>Lays a drawing over the sheet, tinted by the light it stands in.</summary>
    public void Lay(Svg svg, double widthUnits, double sigmaPx, Colour light)
    {
        using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg.Picture(widthUnits, _widthPx, _heightPx)), unlimited: true);
        using var layer = sigmaPx < .3 ? drawn.Copy() : Soft(drawn, sigmaPx);
        EachStrip(layer, (strip, row) => Lay(strip, _rgb.AsSpan(row * _widthPx * 3), light));
    }

    /// <summary>The finished picture, to be disposed before the sheet.</summary>
    /// <param name="sigmaPx">Blur of the whole.</param>
    /// <param name="exposure">In stops.</param>
    /// <param name="grey">Without its colours.</param>
    public Image Finish(double sigmaPx, double exposure, bool grey)
    {
        var length = _widthPx * _heightPx * 3;
        using var picture = Image.NewFromMemory<byte>(_rgb.AsMemory(0, length), _widthPx, _heightPx, 3, Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
        using var soft = sigmaPx < .3 ? picture.Copy() : picture.Gaussblur(sigmaPx).Cast(Enums.BandFormat.Uchar);
        using var exposed = exposure == 0 ? soft.Copy() : soft.Linear([Math.Pow(2, exposure / 2.2)], [0], uchar: true);
        return grey ? exposed.Colourspace(Enums.Interpretation.Bw).Colourspace(Enums.Interpretation.Srgb) : exposed.Copy();
    }

    private static Image Soft(Image layer, double sigmaPx)
    {
        // Colours of clear pixels mean nothing: they must not bleed into the rim.
        using var premultiplied = layer.Premultiply();
        using var soft = premultiplied.Gaussblur(sigmaPx);
        using var plain = soft.Unpremultiply();
        return plain.Cast(Enums.BandFormat.Uchar);
    }

    private delegate void Take(ReadOnlySpan<byte> strip, int row);

    private static void EachStrip(Image image, Take take)
    {
        using var region = Region.New(image);
        for (var row = 0; row < image.Height; row += StripRows)
        {
            var rows = Math.Min(StripRows, image.Height - row);
            take(region.Fetch(0, row, image.Width, rows), row);
        }
    }

    /// <summary>The plain "over" of Porter and Duff (1984), in whole numbers.</summary>
    private static void Lay(ReadOnlySpan<byte> rgba, Span<byte> under, Colour light)
    {
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
        {
            int alpha = rgba[from + 3];
            if (alpha == 0)
                continue;
            under[to] = Mix(under[to], rgba[from] * light.R, alpha);
            under[to + 1] = Mix(under[to + 1], rgba[from + 1] * light.G, alpha);
            under[to + 2] = Mix(under[to + 2], rgba[from + 2] * light.B, alpha);
        }
    }

    /// <param name="under">0..255.</param>
    /// <param name="over">0..255 times 255.</param>
    /// <param name="alpha">0..255.</param>
    private static byte Mix(int under, int over, int alpha) => (byte)((under * (255 - alpha) * 255 + over * alpha + 32512) / 65025);
}
