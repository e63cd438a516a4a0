using System.Text;
using NetVips;

namespace WeddingStudio.Engine.Drawn;

/// <summary>A picture in the making: [height][width][3] bytes, sRGB, opaque. Layers are laid over it one by one.</summary>
internal sealed class Sheet(int widthPx, int heightPx, byte[] rgb)
{
    public byte[] Rgb { get; } = rgb;

    /// <summary>A place drawn at a fraction of the size and enlarged: out of focus, and drawn faster.</summary>
    /// <param name="svg">Covers the whole canvas.</param>
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
        return new Sheet(widthPx, heightPx, bytes.WriteToMemory<byte>());
    }

    /// <summary>Lays a drawing over the sheet, tinted by the light it stands in.</summary>
    public void Lay(Svg svg, double widthUnits, double sigmaPx, Colour light)
    {
        using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg.Picture(widthUnits, widthPx, heightPx)), unlimited: true);
        Lay(sigmaPx < .3 ? drawn.WriteToMemory<byte>() : Soft(drawn, sigmaPx), light);
    }

    /// <summary>With its exposure changed, in stops, and without its colours if wanted.</summary>
    public Image Finish(double sigmaPx, double exposure, bool grey)
    {
        using var picture = Image.NewFromMemory(Rgb, widthPx, heightPx, 3, Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var soft = sigmaPx < .3 ? picture.Copy() : picture.Gaussblur(sigmaPx).Cast(Enums.BandFormat.Uchar);
        using var exposed = exposure == 0 ? soft.Copy() : soft.Linear([Math.Pow(2, exposure / 2.2)], [0], uchar: true);
        return grey ? exposed.Colourspace(Enums.Interpretation.Bw).Colourspace(Enums.Interpretation.Srgb) : exposed.Copy();
    }

    private static byte[] Soft(Image layer, double sigmaPx)
    {
        // Colours of clear pixels mean nothing: they must not bleed into the rim.
        using var premultiplied = layer.Premultiply();
        using var soft = premultiplied.Gaussblur(sigmaPx);
        using var plain = soft.Unpremultiply();
        using var bytes = plain.Cast(Enums.BandFormat.Uchar);
        return bytes.WriteToMemory<byte>();
    }

    /// <summary>The plain "over" of Porter and Duff (1984), in whole numbers.</summary>
    private void Lay(ReadOnlySpan<byte> rgba, Colour light)
    {
        var under = Rgb.AsSpan();
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
