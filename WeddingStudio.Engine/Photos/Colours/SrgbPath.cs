using NetVips;

namespace WeddingStudio.Engine.Photos.Colours;

/// <summary>
/// The one way from whatever a decoder gives to 8-bit sRGB: every depth, grey, RGB, print colours and Lab, with and without a profile,
/// transparent parts on white. Profiles are followed as photo programs do by default: relative colorimetric with black point compensation.
/// </summary>
internal static class SrgbPath
{
    public const string Profile = "icc-profile-data";

    /// <summary>Between the bands of a grey picture that was coded as one of colours.</summary>
    private const double MostGreyLoss = .03;

    /// <summary>The byte shown for each of 65,536 steps of light. Few photos need it.</summary>
    private static readonly Lazy<byte[]> _fromLinear =
        new(() => [.. Enumerable.Range(0, ushort.MaxValue + 1)
            .Select(i => (byte)Math.Round(255 * Srgb.FromLinear(i / (double)ushort.MaxValue)))]);

    /// <param name="image">As decoded; its profile is its metadata.</param>
    /// <param name="isLabUnderDaylight">Lab is seen under D65, not under the D50 of profiles and print.</param>
    /// <param name="hasAlpha">Of the samples beyond the colours the first is opacity.</param>
    public static Image ToSrgb(Image image, bool isLabUnderDaylight = false, bool hasAlpha = true)
    {
        var whole = InWholeNumbers(isLabUnderDaylight ? image.Colourspace(Enums.Interpretation.Srgb) : image);
        var (bands, meaning) = Kind(whole);
        var colours = whole.Bands > bands ? whole.ExtractBand(0, n: bands) : whole;
        var srgb = Converted(As(meaning, colours));
        return hasAlpha && whole.Bands > bands && whole.HasAlpha()
            ? srgb.Bandjoin(whole[bands].Cast(Enums.BandFormat.Uchar, shift: true)).Flatten(background: [255])
            : srgb;
    }

    /// <summary>Bands that are colours, and what they mean.</summary>
    private static (int Bands, Enums.Interpretation Meaning) Kind(Image image)
    {
        var is16 = image.Format == Enums.BandFormat.Ushort;
        if (image.Interpretation == Enums.Interpretation.Lab)
            return (3, Enums.Interpretation.Lab);
        if (image.Interpretation == Enums.Interpretation.Cmyk && image.Bands >= 4)
            return (4, Enums.Interpretation.Cmyk);
        return image.Bands >= 3
            ? (3, is16 ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb)
            : (1, is16 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Bw);
    }

    /// <summary>8 or 16 bits without sign, or Lab; below zero is black.</summary>
    private static Image InWholeNumbers(Image image) => image.Interpretation switch
    {
        Enums.Interpretation.Lab or Enums.Interpretation.Labs or Enums.Interpretation.Labq => image.Colourspace(Enums.Interpretation.Lab),
        _ => image.Format switch
        {
            Enums.BandFormat.Uchar or Enums.BandFormat.Ushort => image,
            Enums.BandFormat.Char => image.Cast(Enums.BandFormat.Uchar),
            Enums.BandFormat.Short => (image * 2).Cast(Enums.BandFormat.Ushort),
            _ => FromLarge(image),
        },
    };

    /// <summary>
    /// White is 1 in fractions, the largest number in whole ones. Some programs write the numbers of 8 or 16 bits all the same: then
    /// the picture would be white, or black.
    /// </summary>
    private static Image FromLarge(Image image)
    {
        var all = image.CopyMemory();
        var (isFraction, top) = (image.Format is not (Enums.BandFormat.Uint or Enums.BandFormat.Int), all.Max());
        double white = isFraction && !(all.Avg() > 1) ? 1
            : top <= byte.MaxValue ? byte.MaxValue
            : top <= ushort.MaxValue ? ushort.MaxValue
            : image.Format == Enums.BandFormat.Int ? int.MaxValue : uint.MaxValue;
        return (all * (ushort.MaxValue / white)).Cast(Enums.BandFormat.Ushort);
    }

    private static Image Converted(Image colours)
    {
        if (colours.Interpretation == Enums.Interpretation.Lab)
            return colours.IccExport(pcs: Enums.PCS.Lab, outputProfile: "srgb", intent: Enums.Intent.Relative, depth: 8);
        if (FromProfile(colours) is { } srgb)
            return srgb;
        if (colours.Interpretation == Enums.Interpretation.Cmyk)
            return FromInks(colours);
        var plain = colours.Format == Enums.BandFormat.Uchar ? colours : colours.Cast(Enums.BandFormat.Uchar, shift: true);
        return As(Enums.Interpretation.Srgb, plain.Bands == 1 ? InThreeBands(plain) : plain);
    }

    private static Image As(Enums.Interpretation meaning, Image image) =>
        image.Interpretation == meaning ? image : image.Copy(interpretation: meaning);

    /// <summary>
    /// Null where there is no profile, none is needed, or it does not fit the picture: then other viewers leave it alone, too.
    /// </summary>
    private static Image? FromProfile(Image colours)
    {
        if (!colours.Contains(Profile) || colours.Get(Profile) is not byte[] profile || IccProfile.IsSrgb(profile))
            return null;
        var space = IccProfile.Space(profile);
        if (space == "RGB " && colours.Bands == 1)
            colours = InThreeBands(colours);
        else if (space == "GRAY" && colours.Bands == 3)
            colours = InOneBand(colours);
        if (space != (colours.Bands switch { 1 => "GRAY", 3 => "RGB ", _ => "CMYK" }))
            return null;
        if (colours.Format == Enums.BandFormat.Ushort && IccProfile.Matrix(profile) is { } matrix && IccProfile.HasCurves(profile))
            return ByMatrix(colours, profile, matrix);
        try
        {
            return colours.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative, blackPointCompensation: true, depth: 8);
        }
        catch (VipsException)
        {
            return null; // A broken profile.
        }
    }

    /// <summary>
    /// The colour engine is exact for 8 bits; 16 it looks up in a table of 33 points a side, too coarse for the darks of wide colours. So
    /// what it computes for 8 bits is computed for 16 here: each channel's curve, a matrix, the curve of sRGB.
    /// </summary>
    private static Image ByMatrix(Image colours, byte[] profile, double[] matrix)
    {
        using var curves = Curves(profile);
        using var toSrgb = Image.NewFromArray(Srgb.FromPrimaries(matrix));
        using var back = Image.NewFromMemoryCopy<byte>(_fromLinear.Value, ushort.MaxValue + 1, 1, 1, Enums.BandFormat.Uchar);
        return (colours.Maplut(curves).Recomb(toSrgb) * ushort.MaxValue).Rint().Cast(Enums.BandFormat.Ushort).Maplut(back)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static Image Curves(byte[] profile)
    {
        var values = new float[3 * (ushort.MaxValue + 1)];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)IccProfile.ToLinear(profile, IccProfile.Channels[i % 3], i / 3 / (double)ushort.MaxValue);
        return Image.NewFromMemoryCopy<float>(values, ushort.MaxValue + 1, 1, 3, Enums.BandFormat.Float);
    }

    /// <summary>Print colours without a profile: each ink takes its share of the light, as browsers and ImageMagick have it.</summary>
    private static Image FromInks(Image inks)
    {
        var light = inks.Linear([inks.Format == Enums.BandFormat.Ushort ? -1 / 65_535.0 : -1 / 255.0], [1.0]);
        return (light.ExtractBand(0, n: 3) * light[3] * 255).Rint().Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Some decoders make three bands of a grey picture, too; one with colours stays as it is.</summary>
    private static Image InOneBand(Image colours)
    {
        var is16 = colours.Format == Enums.BandFormat.Ushort;
        var all = colours.CopyMemory();
        var off = Math.Max((all[0] - all[1]).Abs().Max(), (all[2] - all[1]).Abs().Max());
        return off > MostGreyLoss * (is16 ? ushort.MaxValue : byte.MaxValue) ? all
            : all[1].Copy(interpretation: is16 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Bw);
    }

    private static Image InThreeBands(Image grey) => grey.Bandjoin(grey, grey)
        .Copy(interpretation: grey.Format == Enums.BandFormat.Ushort ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb);
}
