using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Tests.Photos.Import;

public sealed class ImportBoundsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_studios_own_pictures_below_the_photo_folder_are_not_photos()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.Store.WriteAsync(
            db => db.Weddings.ExecuteUpdateAsync(w => w.SetProperty(x => x.PhotoFolder, studio.Folder), Stop), Stop);
        Jpeg(studio, "a.jpg", 1);
        TestPhotos.SaveJpeg(studio.Paths.Preview(TestWedding.Id, new string('a', 64), 480), 2);
        Jpeg(studio, "other-studio/x.jpg", 3);
        File.WriteAllText(Full(studio, "other-studio/studio.lock"), "");

        await RunAsync(studio);

        Assert.Equal(["photos/a.jpg"], await PathsAsync(studio));
    }

    [Fact]
    public async Task In_the_web_studio_neither_a_folder_nor_a_link_leads_out_of_the_import_roots()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var studio = await TestStudio.OpenAsync();
        var options = studio.Get<IOptions<PhotosOptions>>().Value;
        (options.BoundToRoots, options.ImportRoots) = (true, [Full(studio, ".")]);
        Jpeg(studio, "a.jpg", 1);
        TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "elsewhere", "b.jpg"), 2);
        Directory.CreateSymbolicLink(Full(studio, "way-out"), Path.Combine(studio.Folder, "elsewhere"));
        File.CreateSymbolicLink(Full(studio, "out.jpg"), Path.Combine(studio.Folder, "elsewhere", "b.jpg"));

        await RunAsync(studio);
        Assert.Equal(["a.jpg"], await PathsAsync(studio));

        options.ImportRoots = [Path.Combine(studio.Folder, "elsewhere")];
        Assert.Contains("outside the folders that may be used",
            (await Assert.ThrowsAsync<PhotoFolderException>(() => RunAsync(studio))).Message);
    }

    [Fact]
    public async Task Of_the_studios_own_files_a_drawn_wedding_reads_what_was_drawn_for_it_and_nothing_else()
    {
        await using var studio = await TestStudio.OpenAsync();
        var options = studio.Get<IOptions<PhotosOptions>>().Value;
        (options.BoundToRoots, options.ImportRoots) = (true, [Full(studio, ".")]);
        await studio.Store.WriteAsync(
            db => db.Weddings.ExecuteUpdateAsync(w => w.SetProperty(x => x.PhotoFolder, Wedding.DrawnFolder(TestWedding.Id)), Stop), Stop);
        TestPhotos.SaveJpeg(Path.Combine(studio.Paths.Drawn(TestWedding.Id), "photos", "robin", "1.jpg"), 1);
        TestPhotos.SaveJpeg(Path.Combine(studio.Paths.Drawn(TestWedding.Id), "2.jpg"), 2);
        TestPhotos.SaveJpeg(Path.Combine(studio.Paths.Drawn(new("other")), "photos", "3.jpg"), 3);
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(Path.Combine(studio.Paths.Drawn(TestWedding.Id), "photos", "way-out"),
                studio.Paths.Drawn(new("other")));

        await RunAsync(studio);

        Assert.Equal(["robin/1.jpg"], await PathsAsync(studio));
        Assert.NotNull(studio.Get<ImportBounds>().Refusal(Path.Combine(studio.Paths.Drawn(TestWedding.Id), "photos")));
    }

    private static string Full(TestStudio studio, string path) => Path.Combine(studio.Folder, "photos", path);

    private static void Jpeg(TestStudio studio, string path, int seed) => TestPhotos.SaveJpeg(Full(studio, path), seed);

    private static Task RunAsync(TestStudio studio) => studio.Get<PhotosStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Stop);

    private static Task<List<string>> PathsAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Photos.Select(p => p.Path).OrderBy(p => p).ToListAsync(Stop), Stop);
}
