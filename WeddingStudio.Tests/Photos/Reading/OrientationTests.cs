using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class OrientationTests
{
    // Stored: A B C
    //         D E F
    [Theory]
    [InlineData(1, 3, "ABCDEF")]
    [InlineData(2, 3, "CBAFED")]
    [InlineData(3, 3, "FEDCBA")]
    [InlineData(4, 3, "DEFABC")]
    [InlineData(5, 2, "ADBECF")]
    [InlineData(6, 2, "DAEBFC")]
    [InlineData(7, 2, "FCEBDA")]
    [InlineData(8, 2, "CFBEAD")]
    [InlineData(0, 3, "ABCDEF")]
    [InlineData(9, 3, "ABCDEF")]
    public void Stored_pixels_land_where_exif_says(int exif, int widthPx, string upright) =>
        Assert.Equal((widthPx, upright), Turn("ABCDEF", 3, exif));

    [Theory]
    [InlineData(5, 1, "ABC")]
    [InlineData(6, 1, "ABC")]
    [InlineData(7, 1, "CBA")]
    [InlineData(8, 1, "CBA")]
    [InlineData(2, 3, "CBA")]
    [InlineData(4, 3, "ABC")]
    public void A_single_row_turns_as_well(int exif, int widthPx, string upright) =>
        Assert.Equal((widthPx, upright), Turn("ABC", 3, exif));

    private static (int WidthPx, string Upright) Turn(string stored, int storedWidthPx, int exif)
    {
        var pixels = stored.SelectMany(c => new[] { (byte)c, (byte)(c + 32), (byte)0 }).ToArray();
        var orientation = Orientation.Of(exif, storedWidthPx, stored.Length / storedWidthPx);
        var upright = new byte[pixels.Length];
        for (var y = 0; y < stored.Length / storedWidthPx; y++)
            orientation.Place(pixels.AsSpan(y * storedWidthPx * 3, storedWidthPx * 3), y, upright);

        return (orientation.WidthPx, string.Concat(upright.Where((_, i) => i % 3 == 0).Select(b => (char)b)));
    }
}
