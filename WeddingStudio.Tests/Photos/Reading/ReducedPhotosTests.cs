using Microsoft.Extensions.Options;
using NetVips;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>Large photos are decoded reduced, and at full size in parts.</summary>
public sealed class ReducedPhotosTests : IDisposable
{
    // Odd numbers, so that something is left over at the edges.
    private const int WidthPx = 5103, HeightPx = 2401;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reduced-test-");
    private readonly PhotoHelpers _helpers = new(Options.Create(new PhotosOptions()));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4999, 3000, 1)]
    [InlineData(5000, 3000, 2)]
    [InlineData(3000, 6000, 2)]
    [InlineData(10_000, 8192, 4)]
    [InlineData(11_600, 8_700, 4)]
    [InlineData(60_000, 1_000, 8)]
    [InlineData(60_000, 200, 2)]
    [InlineData(20_000, 7, 1)]
    public void Reduced_photos_keep_what_pages_and_detectors_look_at(int widthPx, int heightPx, int shrink) =>
        Assert.Equal(shrink, PhotoPixels.ShrinkFor(widthPx, heightPx));

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.tif")]
    [InlineData("a.webp")]
    [InlineData("a.bmp")]
    public async Task Each_format_gives_the_reduced_picture_and_parts_of_the_full_one(string name)
    {
        var path = Save(name, orientation: 1);

        await AssertIsLikeFullAsync(path);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Photos_held_in_any_way_come_out_upright(int orientation)
    {
        var path = Save("a.jpg", orientation);

        await AssertIsLikeFullAsync(path);
    }

    [Theory]
    [InlineData(5000, 1)]
    [InlineData(5001, 130)]
    public async Task A_strip_of_a_few_pixels_is_read(int widthPx, int heightPx)
    {
        var path = Path.Combine(_folder.FullName, "strip.png");
        TestPhotos.Vips(TestPhotos.Picture(widthPx, heightPx)).WriteToFile(path);

        using var read = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.Reduced), Ct);

        Assert.Equal((widthPx, heightPx), (read.Pixels.WidthPx, read.Pixels.HeightPx));
        Assert.True(read.Pixels.Part(new PixelRect(widthPx - 1, heightPx - 1, 1, 1), coarsest: 8).Raster.WidthPx == 1);
    }

    [Fact]
    public async Task A_second_large_picture_is_not_read_into_the_memory_of_the_first()
    {
        string[] paths = [Path.Combine(_folder.FullName, "a.png"), Path.Combine(_folder.FullName, "b.png")];
        for (var i = 0; i < paths.Length; i++)
            TestPhotos.Vips(TestPhotos.Flat(7000, 5000, (byte)(100 + i))).WriteToFile(paths[i], new VOption { { "compression", 1 } });

        for (var i = 0; i < 4; i++)
        {
            using var read = await _helpers.ReadAsync(new PhotoWish(paths[i % 2], PhotoWant.FullSize), Ct);
            Assert.Equal(100 + i % 2, read.Pixels.Whole.Raster.Rgb[^1]);
        }
    }

    [Fact]
    public async Task A_photo_that_is_cut_off_is_one_reduced_too()
    {
        var path = Save("a.jpg", orientation: 1);
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length * 2 / 3)], Ct);

        var problem = await Assert.ThrowsAsync<PhotoProblemException>(() => _helpers.ReadAsync(new PhotoWish(path, PhotoWant.Reduced), Ct));

        Assert.StartsWith("is cut off", problem.Message);
    }

    [Fact]
    public async Task Parts_are_kept_up_to_a_bound_the_smallest_first()
    {
        var asked = new List<IReadOnlyList<PixelRect>>();
        var photo = new PhotoPixels(TestPhotos.Flat(3000, 2000, 1), 6000, 4000, shrink: 2, (parts, _) =>
        {
            asked.Add(parts);
            return Task.FromResult<IReadOnlyList<Raster>>([.. parts.Select(part => TestPhotos.Flat(part.WidthPx, part.HeightPx, 2))]);
        });
        var (small, large, huge) = (new PixelRect(10, 10, 100, 100), new PixelRect(500, 500, 400, 400), new PixelRect(0, 0, 6000, 3000));

        await photo.ReadPartsAsync([huge, large, small], Ct);
        await photo.ReadPartsAsync([new PixelRect(20, 20, 50, 50)], Ct);

        Assert.Equal([small, large], Assert.Single(asked));
        Assert.Equal(2, photo.LevelFor(new PixelRect(20, 20, 50, 50), coarsest: 1).Raster.Rgb[0]);
        Assert.Equal(1, photo.LevelFor(new PixelRect(20, 20, 50, 50), coarsest: 2).Raster.Rgb[0]);
        Assert.Equal(1, photo.LevelFor(new PixelRect(20, 20, 500, 50), coarsest: 1).Raster.Rgb[0]);
    }

    public void Dispose()
    {
        _helpers.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task AssertIsLikeFullAsync(string path)
    {
        var full = PhotoReader.Read(path);
        PixelRect[] areas = [new(1000, 700, 301, 203), new(full.WidthPx - 40, full.HeightPx - 30, 40, 30), new(1200, 800, 50, 60),
            new(20, 706, 30, 30), new(2000, 702, 30, 30)];

        using var read = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.Reduced), Ct);
        var photo = read.Pixels;
        await photo.ReadPartsAsync(areas, Ct);

        Assert.Equal((full.WidthPx, full.HeightPx, 2), (photo.WidthPx, photo.HeightPx, photo.Whole.Shrink));
        Assert.InRange(TestPhotos.MeanDifference(photo.Whole.Raster,
            RasterResize.Resize(full, full.WidthPx / 2, full.HeightPx / 2)), 0, 1.5);
        Assert.All(areas, area =>
        {
            var part = photo.Part(area, coarsest: 1);
            Assert.Equal((1, area), (part.Shrink, part.Area));
            Assert.Equal(full.Part(area.Left, area.Top, area.WidthPx, area.HeightPx).Rgb, part.Raster.Rgb);
        });
    }

    private string Save(string name, int orientation)
    {
        var path = Path.Combine(_folder.FullName, name);
        var picture = TestPhotos.Picture(WidthPx, HeightPx);
        if (name.EndsWith(".bmp", StringComparison.Ordinal))
        {
            using var bitmap = new ImageMagick.MagickImage();
            bitmap.ReadPixels(picture.Rgb.ToArray(),
                new ImageMagick.PixelReadSettings(WidthPx, HeightPx, ImageMagick.StorageType.Char, ImageMagick.PixelMapping.RGB));
            bitmap.Write(path, ImageMagick.MagickFormat.Bmp);
            return path;
        }

        using var image = TestPhotos.Vips(picture).Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", orientation));
        image.WriteToFile(path);
        return path;
    }
}
