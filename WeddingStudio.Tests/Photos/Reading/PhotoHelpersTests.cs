using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class PhotoHelpersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpers-test-");
    private readonly PhotoHelpers _helpers = new(Options.Create(new PhotosOptions { DecodeMemoryMiB = 64 }));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_helper_gives_the_pixels_and_the_time_that_are_read_without_it()
    {
        var path = At("photo.jpg");
        TestPhotos.SaveJpeg(path, ("exif-ifd2-DateTimeOriginal", "2026:06:20 14:30:15"));

        using var read = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize, "Europe/Paris"), Ct);

        Assert.Equal(PhotoReader.Read(path).Rgb, read.Pixels.Whole.Raster.Rgb);
        Assert.Equal(new DateTime(2026, 6, 20, 12, 30, 15, DateTimeKind.Utc), read.Exif.TakenAt);
        Assert.Equal("2026:06:20 14:30:15", read.Written.TakenAt);
    }

    [Fact]
    public async Task Metadata_that_bring_their_reader_down_leave_a_photo_without_a_time()
    {
        foreach (var (name, file) in MetadataBombs.Make(20, seed: 1)
            .Where(bomb => bomb.Name.Contains("levels") && !bomb.Name.EndsWith(".gif", StringComparison.Ordinal)))
        {
            await File.WriteAllBytesAsync(At(name), file, Ct);

            using var read = await _helpers.ReadAsync(new PhotoWish(At(name), PhotoWant.FullSize, "Europe/Paris"), Ct);

            Assert.Equal(PhotoReader.Read(At(name)).Rgb, read.Pixels.Whole.Raster.Rgb);
            Assert.Null(read.Exif.TakenAt);
        }
    }

    [Fact]
    public async Task A_helper_that_somebody_kills_is_replaced_and_the_photo_is_read()
    {
        var path = At("photo.jpg");
        TestPhotos.SaveJpeg(path, widthPx: 1500, heightPx: 1000);
        var expected = PhotoReader.Read(path).Rgb.ToArray();
        for (var i = 0; i < 5; i++)
        {
            var before = HelperFamily.Of(Environment.ProcessId);
            _helpers.Warm(1);
            HelperFamily.Kill(HelperFamily.Of(Environment.ProcessId).Except(before).FirstOrDefault(before.LastOrDefault()));

            using var read = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize), Ct);

            Assert.Equal(expected, read.Pixels.Whole.Raster.Rgb);
        }
    }

    [Fact]
    public async Task A_stop_waits_for_no_helper()
    {
        var path = At("photo.jpg");
        TestPhotos.SaveJpeg(path);
        var before = HelperFamily.Of(Environment.ProcessId);
        _helpers.Warm(1);
        var helper = Assert.Single(HelperFamily.Of(Environment.ProcessId).Except(before));
        HelperFamily.Signal(helper, HelperFamily.Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var reading = _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.False(HelperFamily.IsAlive(helper));
        using var after = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize), Ct);
    }

    [Fact]
    public async Task A_picture_that_needs_more_memory_than_there_is_for_photos_is_refused_by_its_header()
    {
        var path = At("large.png");
        await File.WriteAllBytesAsync(path, PixelBombs.Make(5, seed: 1).Last().File, Ct);

        var problem = await Assert.ThrowsAsync<PhotoProblemException>(
            () => _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize), Ct));

        Assert.Matches("needs [0-9]+ MB of memory to open, more than the 64 MB", problem.Message);
    }

    [Fact]
    public async Task Photos_wait_for_each_others_memory_and_all_are_read()
    {
        var paths = Enumerable.Range(0, 6).Select(i => At($"{i}.jpg")).ToList();
        paths.ForEach(path => TestPhotos.SaveJpeg(path, widthPx: 4000, heightPx: 3000));

        var read = await Task.WhenAll(paths.Select(async path =>
        {
            using var photo = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize), Ct);
            return photo.Pixels.WidthPx;
        }));

        Assert.All(read, widthPx => Assert.Equal(4000, widthPx));
    }

    public void Dispose()
    {
        _helpers.Dispose();
        _folder.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
