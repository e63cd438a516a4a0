using System.Text;
using NetVips;

namespace WeddingStudio.Tests.Galleries;

/// <summary>JPEGs as cameras and programs write them, full of things that are nobody's business.</summary>
internal static class JpegPictures
{
    public const string Secret = "SECRET";

    public static byte[] Plain(int widthPx = 64, int heightPx = 48, bool progressive = false, int restartInterval = 0)
    {
        using var picture = Picture(widthPx, heightPx);
        return picture.JpegsaveBuffer(q: 90, interlace: progressive, restartInterval: restartInterval, keep: Enums.ForeignKeep.None);
    }

    /// <summary>Orientation 6, a time with sub-seconds and offset, an sRGB profile, and secrets in every other place.</summary>
    public static byte[] Talkative(bool progressive = false, int restartInterval = 0)
    {
        using var plain = Picture(64, 48);
        using var profiled = plain.IccTransform("srgb", inputProfile: "srgb", embedded: false);
        using var tagged = profiled.Mutate(image =>
        {
            void Tag(string name, string value) =>
                image.Set(GValue.GStrType, name, $"{value} ({value}, ASCII, {value.Length + 1} components, {value.Length + 1} bytes)");
            image.Set(GValue.GIntType, "orientation", 6);
            Tag("exif-ifd0-Make", Secret);
            Tag("exif-ifd0-Artist", Secret);
            Tag("exif-ifd2-DateTimeOriginal", "2026:06:20 14:30:15");
            Tag("exif-ifd2-OffsetTimeOriginal", "+02:00");
            Tag("exif-ifd2-SubSecTimeOriginal", "25");
            Tag("exif-ifd2-BodySerialNumber", Secret);
            Tag("exif-ifd3-GPSLatitudeRef", "N");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "52/1 30/1 17/1");
        });
        var jpeg = tagged.JpegsaveBuffer(q: 90, interlace: progressive, restartInterval: restartInterval, keep: Enums.ForeignKeep.All);
        byte[] noise =
        [
            .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret), .. Segment(0xE2, "MPF\0" + Secret),
            .. Segment(0xED, "Photoshop 3.0\0" + Secret),
            .. Segment(0xFE, Secret), .. Segment(0xE0, "JFXX\0" + Secret), .. Segment(0xEF, Secret),
        ];
        return [.. jpeg[..2], .. noise, .. jpeg[2..], .. Encoding.ASCII.GetBytes(Secret)];
    }

    /// <summary>Decoded as stored, not turned.</summary>
    public static byte[] Pixels(byte[] jpeg)
    {
        using var image = Image.JpegloadBuffer(jpeg);
        return image.WriteToMemory<byte>();
    }

    public static byte[]? Profile(byte[] jpeg)
    {
        using var image = Image.JpegloadBuffer(jpeg);
        return image.Contains("icc-profile-data") ? (byte[])image.Get("icc-profile-data") : null;
    }

    private static byte[] Segment(byte marker, string text)
    {
        var payload = Encoding.Latin1.GetBytes(text);
        return [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];
    }

    private static Image Picture(int widthPx, int heightPx)
    {
        var pixels = new byte[widthPx * heightPx * 3];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i * 7 % 251 ^ i / 100);
        using var plain = Image.NewFromMemoryCopy(pixels, widthPx, heightPx, 3, Enums.BandFormat.Uchar);
        return plain.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
