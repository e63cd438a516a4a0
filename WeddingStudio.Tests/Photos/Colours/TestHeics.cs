using WeddingStudio.Tests.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>
/// The patches as HEIC, which no library here writes, and greys as AVIF, for which libvips keeps no profile of grey: made once by
/// ImageMagick with libheif (4:2:0, quality 95), the picture moved before the list of items and a `colr` box put last among the properties,
/// so that it can be exchanged without moving anything.
/// </summary>
internal static class TestHeics
{
    /// <summary>ITU-T H.273: primaries and curve unknown, BT.601, full range.</summary>
    public static readonly byte[] Untold = Numbers(2, 2);

    public static byte[] Numbers(byte primaries, byte transfer) => [.. "nclx"u8, 0, primaries, 0, transfer, 0, 6, 0x80];

    public static byte[] Profile(byte[] profile) => [.. "prof"u8, .. profile];

    public static byte[] Colours(byte[] colr) => With(Convert.FromBase64String(ColourFile), colr);

    public static byte[] Greys(byte[] colr) => With(Convert.FromBase64String(GreyFile), colr);

    public static byte[] GreysInAvif(byte[] colr) => With(Convert.FromBase64String(GreyAvifFile), colr);

    /// <summary>The picture itself no longer has the box, as one put together from tiles that have it.</summary>
    public static byte[] WithBoxOfOthers(byte[] heic) => [.. heic[..^1], 0];

    private static byte[] With(byte[] heic, byte[] colr)
    {
        var at = heic.AsSpan().LastIndexOf("colr"u8) - 4;
        var more = colr.Length - Untold.Length;
        foreach (var box in new[] { "meta", "iprp", "ipco", "colr" })
        {
            var size = heic.AsSpan(heic.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(box)) - 4, 4);
            Containers.Big(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(size) + more).CopyTo(size);
        }

        return [.. heic[..(at + 8)], .. colr, .. heic[(at + 8 + Untold.Length)..]];
    }

    private const string ColourFile =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYptZGF0AAABfigBrwa4RpTcM/7LlTeVr/D10//mDGB37EZP//TKDtP5XKPN2qUpSqGSWI9f8nROQ5lBPnnh/rNZ"
        + "XlRBgWmZT7TLLA/qM1c1RVR/kqx69detKoc2eu/Z0P//Xc8//0cNFI/n9pVzg+38zsPmR/8shlx/OJb/8rZfuM/sa/7/8ThY/g6rGp9w5bHhHP/0sEQsPNL5/p2UJ9ib"
        + "9Q/7/JVbxdC59NZF3kRO5hfT4/plUj8xaPtTNOcSn69zVvZiTDQKjLwfh9tx5uCIDv0qbYnPfe8bI4QR718v8TXQvDBKb429V9KwoOQw3glUverd7EV4h/X/sH3DRTod"
        + "e6x32VXNjH7WOS1XqyDYNLUCkR75SmZYTKYfd57vYXuBvNlnrfJGrvwlgA0v28Ji9ANaPeJOfSDViBehmYp/SiMNCf6qy+PX/lJNSnXLsgHPip3PrKaL6kwuujoClKZE"
        + "cC0gVcVg4T6aUJ8euHhpHijwedTM5D6AeJ9KVu45fWuoxkdXJsAAAAFTbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAA"
        + "AQAAACJpbG9jAAAAAERAAAEAAQAAAAAAJAABAAAAAAAAAYIAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAANNpcHJwAAAAtGlwY28AAAB1aHZjQwED"
        + "cAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAKEIBAQNwAAADAJAAAAMAAAMAHqAwgQWW6kkprmwIAAADAAgAAAMACEAi"
        + "AAEAB0QBwXKwIkAAAAAUaXNwZQAAAAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAATY29scm5jbHgAAgACAAaAAAAAF2lwbWEAAAAAAAAAAQABBIECgwQ=";

    private const string GreyFile =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAKxtZGF0AAAAoCgBrwa4RpTcM/7LlTeVrrix/+YNCJ36D4H/S1Lza+l+EHDo4jXein0RbOjG+mDGJ062EqT5zQdZ"
        + "/bl8Na+XStInveBREGTXQ4wJQmdnQbX/PeM8DlT511mk8fmTX5huHzxBNxzcimYbbWEAwujBhb4vTVjuMhlHRufRLkppi16jDz4JovVMfGpKGD+6HW2ZHxtD9Hm1BNPy"
        + "H3/yTeDdbVAAAAFTbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAACJpbG9jAAAAAERAAAEAAQAAAAAAJAABAAAA"
        + "AAAAAKQAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAANNpcHJwAAAAtGlwY28AAAB1aHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB"
        + "//8DcAAAAwCQAAADAAADAB66AkAhAAEAKEIBAQNwAAADAJAAAAMAAAMAHqAwgQWW6kkprmwIAAADAAgAAAMACEAiAAEAB0QBwXKwIkAAAAAUaXNwZQAAAAAAAABgAAAA"
        + "QAAAABBwaXhpAAAAAAMICAgAAAATY29scm5jbHgAAgACAAaAAAAAF2lwbWEAAAAAAAAAAQABBIECgwQ=";

    private const string GreyAvifFile =
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAGptZGF0EgAKBhgZb/7AhDJWEGAAACjX/jXzz1y5gP/Wbr25b6GEl/r9JjYrfCoQK1TXOioPUE/AkSL/t1lTatWI"
        + "50IdLgAhO3URIOgfr0V09YVz0VgTgp/TAST8HuKgJVGieQQAaaAAAADqbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAA"
        + "AQAAACJpbG9jAAAAAERAAAEAAQAAAAAAJAABAAAAAAAAAGIAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAGppcHJwAAAAS2lwY28AAAATY29scm5j"
        + "bHgAAgACAAaAAAAADGF2MUOBAAwAAAAAFGlzcGUAAAAAAAAAYAAAAEAAAAAQcGl4aQAAAAADCAgIAAAAF2lwbWEAAAAAAAAAAQABBIGCA4Q=";
}
