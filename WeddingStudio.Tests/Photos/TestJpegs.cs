using System.Buffers.Binary;
using ImageMagick;
using NetVips;

namespace WeddingStudio.Tests.Photos;

/// <summary>One picture in every way a JPEG can be coded.</summary>
internal static class TestJpegs
{
    public static readonly byte[] EndMark = [0xFF, 0xD9];

    public static IEnumerable<string> Processes =>
        ["baseline", "restarts", "grey", "scans", "progressive", "progressive-restarts", "arithmetic", "arithmetic-progressive"];

    public static byte[] Coded(string process) => process switch
    {
        "baseline" => Noisy().JpegsaveBuffer(q: 90),
        "restarts" => Noisy().JpegsaveBuffer(q: 90, restartInterval: 3),
        "grey" => Noisy().Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer(q: 90),
        "scans" => InThreeScans(),
        "progressive" => Noisy().JpegsaveBuffer(q: 90, interlace: true),
        "progressive-restarts" => Noisy().JpegsaveBuffer(q: 90, interlace: true, restartInterval: 3),
        "arithmetic" => Arithmetic(Interlace.NoInterlace),
        "arithmetic-progressive" => Arithmetic(Interlace.Jpeg),
        _ => throw new ArgumentOutOfRangeException(nameof(process), process, "is no way to code a JPEG"),
    };

    /// <summary>Offsets of a marker outside the header's segments.</summary>
    public static IReadOnlyList<int> Markers(byte[] jpeg, byte marker)
    {
        List<int> found = [];
        for (var at = 0; jpeg.AsSpan(at).IndexOf((ReadOnlySpan<byte>)[0xFF, marker]) is >= 0 and var next; at += next + 2)
            found.Add(at + next);
        return found;
    }

    /// <summary>What phones hang behind a picture; this one tells the time.</summary>
    public static byte[] Trailer(bool withMarkers) =>
    [
        0, 0, 1, 10, 14, 0, 0, 0, .. "Image_UTC_Data1781973090123"u8,
        .. withMarkers ? (byte[])[0xFF, 0xDB, 0xFF, 0xD8, 0xFF, 0xC0, 0, 3, 1, 0xFF] : [],
        .. new byte[200], .. "SEFHj"u8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, .. "SEFT"u8,
    ];

    /// <summary>Noise leaves no block empty, so that every byte counts.</summary>
    private static Image Noisy()
    {
        using var picture = TestPhotos.Vips(TestPhotos.Picture(150, 100));
        return (picture + Image.Gaussnoise(150, 100, sigma: 12, mean: 0, seed: 7)).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte[] Arithmetic(Interlace interlace)
    {
        using var image = new MagickImage(Noisy().PngsaveBuffer());
        image.Quality = 90;
        image.Settings.Interlace = interlace;
        image.Settings.SetDefine(MagickFormat.Jpeg, "arithmetic-coding", "true");
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    /// <summary>Baseline with the three components one after the other, put together from three grey pictures.</summary>
    private static byte[] InThreeScans()
    {
        var greys = Enumerable.Range(0, 3).Select(band => Noisy()[band].Copy(interpretation: Enums.Interpretation.Bw)
            .JpegsaveBuffer(q: 90, optimizeCoding: false, keep: Enums.ForeignKeep.None)).ToList();
        var (frame, scan) = (Markers(greys[0], 0xC0)[0], Markers(greys[0], 0xDA)[0]);
        byte[] head = [.. greys[0][..frame], 0xFF, 0xC0, 0, 17, 8, .. greys[0].AsSpan(frame + 5, 4), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
        var tables = greys[0][(frame + 2 + BinaryPrimitives.ReadUInt16BigEndian(greys[0].AsSpan(frame + 2)))..scan];
        return [.. head, .. tables, .. greys.SelectMany((grey, i) =>
            (byte[])[0xFF, 0xDA, 0, 8, 1, (byte)(i + 1), 0, 0, 63, 0, .. grey[(Markers(grey, 0xDA)[0] + 10)..^2]]), .. EndMark];
    }
}
