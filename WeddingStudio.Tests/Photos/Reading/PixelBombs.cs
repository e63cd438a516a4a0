namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>Small files that promise large pictures, or pictures that are laborious to unpack.</summary>
internal static class PixelBombs
{
    public static IEnumerable<(string Name, byte[] File)> Make(int count, int seed)
    {
        var random = new Random(seed);
        var kinds = Kinds();
        return Enumerable.Range(0, count).Select(i =>
        {
            var (name, make) = kinds[i % kinds.Length];
            return ($"{i:000}-{name}", make(random));
        });
    }

    private static (string Name, Func<Random, byte[]> Make)[] Kinds() =>
    [
        ("size.webp", r => Lossless(r.Next(8_000, 16_384), r.Next(8_000, 16_384))),
        ("size-in-frame.webp", r => Containers.InWebP(("ANMF", new byte[r.Next(100)]))),
        ("black.png", r => BlackPng(Side(r), Side(r), depth: 8, colour: 2, interlaced: false)),
        ("black-16-bit.png", r => BlackPng(Side(r), Side(r), depth: 16, colour: 6, interlaced: false)),
        ("black-interlaced.png", r => BlackPng(Side(r), Side(r), depth: 8, colour: 6, interlaced: true)),
        ("empty.png", r => Containers.InPng() is var png
            && Patch(png, 16, [.. Containers.Big(Side(r)), .. Containers.Big(Side(r))]) is { } file ? file : []),
        ("promise.jpg", r => Resized(Containers.Jpeg, Side(r), Side(r))),
        ("scans.jpg", r => ManyScans(r.Next(500, 4_000), r.Next(1_000, 6_000))),
        ("promise.gif",
            r => Patch(Containers.Gif, 6, [.. Containers.Short(r.Next(10_000, 65_535)), .. Containers.Short(r.Next(10_000, 65_535))])),
        ("frames.gif", r => Frames(r.Next(1_000, 20_000))),
        ("strip.tif", r => Tiff(Side(r), Side(r), 1, 8, 8, Containers.Deflated(new byte[r.Next(1, 60) << 20]))),
        ("deep.tif", r => Tiff(Side(r), Side(r), r.Next(3, 40), 64, 1, new byte[64])),
        ("bits.tif", r => Tiff(Side(r), Side(r), r.Next(1, 0xFFFF), r.Next(1, 0xFFFF), 1, new byte[64])),
        ("tiles.tif", r => Tiff(Side(r), Side(r), 3, 8, 8, Containers.Deflated(new byte[1 << 20]), tilePx: 16 * r.Next(1, 2_000))),
        ("rle.bmp", r => Bmp(r.Next(4_000, 40_000), r.Next(4_000, 40_000))),
        ("promise.avif", r => Ispe(r.Next(10_000, 40_000), r.Next(2_000, 40_000))),
    ];

    /// <summary>3,000 to 20,000: from a common photo's to more than is read.</summary>
    private static int Side(Random random) => random.Next(3_000, 20_000);

    /// <summary>VP8L in which every pixel takes no bit at all.</summary>
    public static byte[] Lossless(int width, int height)
    {
        byte[] data = [0x2F, .. Containers.Little((width - 1) | ((height - 1) << 14) | (1 << 28)), 0x07, 0x10, 0x11, 0x11,
            0x88, 0x88, 0xFE, 0x07, 0];
        return [.. "RIFF"u8, .. Containers.Little(4 + 8 + data.Length + (data.Length % 2)), .. "WEBPVP8L"u8,
            .. Containers.Little(data.Length), .. data, .. new byte[data.Length % 2]];
    }

    private static byte[] BlackPng(int width, int height, byte depth, byte colour, bool interlaced)
    {
        var rowBytes = (long)width * depth / 8 * (colour == 6 ? 4 : 3) + 1;
        var bytes = (int)Math.Min(rowBytes * height, 300 << 20);
        return
        [
            .. Containers.Png[..8], .. Containers.Chunk("IHDR",
                [.. Containers.Big(width), .. Containers.Big(height), depth, colour, 0, 0, (byte)(interlaced ? 1 : 0)]),
            .. Containers.Chunk("IDAT", Containers.Deflated(new byte[bytes])), .. Containers.Chunk("IEND", []),
        ];
    }

    /// <summary>Another size in the frame header; the scan is too short for it.</summary>
    private static byte[] Resized(byte[] jpeg, int width, int height)
    {
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        return Patch(jpeg, frame + 5, [.. Containers.Big(height)[2..], .. Containers.Big(width)[2..]]);
    }

    /// <summary>A progressive grey JPEG that refines one coefficient over and over: each scan goes through all blocks.</summary>
    private static byte[] ManyScans(int scans, int side)
    {
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0x01, 0];
        return
        [
            0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
            0xFF, 0xC2, 0, 11, 8, .. Containers.Big(side)[2..], .. Containers.Big(side)[2..], 1, 1, 0x11, 0,
            0xFF, 0xC4, 0, 20, 0, 1, .. new byte[15], 0,
            .. Enumerable.Repeat(scan, scans).SelectMany(s => s), 0xFF, 0xD9,
        ];
    }

    private static byte[] Frames(int count)
    {
        var picture = Containers.Gif.AsSpan(Containers.Gif.AsSpan().IndexOf((byte)0x2C)..^1).ToArray();
        return [.. Containers.Gif[..^1], .. Enumerable.Repeat(picture, count).SelectMany(p => p), 0x3B];
    }

    private static byte[] Tiff(int width, int height, int samples, int bits, ushort compression, byte[] data, int tilePx = 0)
    {
        List<(ushort Tag, int Value)> entries =
            [(256, width), (257, height), (258, bits), (259, compression), (262, samples >= 3 ? 2 : 1), (277, samples)];
        var from = 8 + 2 + 12 * 12 + 4;
        entries.AddRange(tilePx == 0 ? [(273, from), (278, height), (279, data.Length)]
            : [(322, tilePx), (323, tilePx), (324, from), (325, data.Length)]);
        using var file = new MemoryStream();
        file.Write([.. "II*\0"u8, .. Containers.Little(8), .. Containers.Short(entries.Count)]);
        foreach (var (tag, value) in entries)
            file.Write([.. Containers.Short(tag), 4, 0, 1, 0, 0, 0, .. Containers.Little(value)]);
        file.Write(Containers.Little(0));
        file.SetLength(from);
        file.Position = from;
        file.Write(data);
        return file.ToArray();
    }

    private static byte[] Bmp(int width, int height) =>
    [
        .. "BM"u8, .. Containers.Little(1_200), 0, 0, 0, 0, .. Containers.Little(14 + 40 + 1024), .. Containers.Little(40),
        .. Containers.Little(width), .. Containers.Little(height),
        1, 0, 8, 0, .. Containers.Little(1), .. new byte[20], .. new byte[1024], 0, 1,
    ];

    /// <summary>Another size in the box that tells it; the coded picture is as small as ever.</summary>
    private static byte[] Ispe(int width, int height)
    {
        var at = Containers.Avif.AsSpan().IndexOf("ispe"u8) + 8;
        return Patch(Containers.Avif, at, [.. Containers.Big(width), .. Containers.Big(height)]);
    }

    private static byte[] Patch(byte[] file, int at, byte[] bytes) => [.. file[..at], .. bytes, .. file[(at + bytes.Length)..]];
}
