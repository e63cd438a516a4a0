using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Photos.Import;

/// <summary>A folder of photos may come from anywhere, and links in it may lead anywhere.</summary>
public sealed class LinksInFolderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_are_not_followed_and_those_that_lead_out_of_the_folder_are_counted()
    {
        OnUnix();
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "sub/a.jpg", 1);
        Directory.CreateSymbolicLink(Full(studio, "sub/round"), Full(studio, "."));
        File.CreateSymbolicLink(Full(studio, "nowhere.jpg"), Full(studio, "not-there.jpg"));
        File.CreateSymbolicLink(Full(studio, "self.jpg"), Full(studio, "self.jpg"));
        TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "elsewhere.jpg"), 2);
        File.CreateSymbolicLink(Full(studio, "linked.jpg"), Path.Combine(studio.Folder, "elsewhere.jpg"));
        Directory.CreateSymbolicLink(Full(studio, "sub/away"), studio.Folder);

        await RunAsync(studio);

        Assert.Equal(["sub/a.jpg"], await PathsAsync(studio));
        Assert.Equal(2, (await WeddingAsync(studio)).LinksSetAside);
    }

    [Fact]
    public async Task A_folder_that_is_a_link_itself_is_read()
    {
        OnUnix();
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        BecomeLink(studio, Path.Combine(studio.Folder, "real"));

        await RunAsync(studio);

        var (wedding, photo) = (await WeddingAsync(studio), await studio.Store.ReadAsync(db => db.Photos.SingleAsync(Stop), Stop));
        using var reading = await studio.Get<PhotoVisitor>().ReadAsync(wedding, photo, Stop);
        Assert.Equal(60, reading.WidthPx);
    }

    [Fact]
    public async Task In_the_web_studio_a_folder_that_became_a_link_to_another_weddings_photos_is_not_read()
    {
        OnUnix();
        await using var studio = await TestStudio.OpenAsync();
        var options = studio.Get<IOptions<PhotosOptions>>().Value;
        (options.BoundToRoots, options.ImportRoots) = (true, [studio.Folder]);
        Jpeg(studio, "a.jpg", 1);
        await RunAsync(studio);
        TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "others", "theirs.jpg"), 2);
        Directory.Move(Full(studio, ""), Path.Combine(studio.Folder, "away"));
        Directory.CreateSymbolicLink(Path.Combine(studio.Folder, "photos"), Path.Combine(studio.Folder, "others"));

        var error = await Assert.ThrowsAsync<PhotoFolderException>(() => RunAsync(studio));

        Assert.Contains("leads through a link", error.Message);
        Assert.Equal(["a.jpg"], await PathsAsync(studio));
    }

    [Fact]
    public async Task In_the_web_studio_an_import_root_may_be_a_link()
    {
        OnUnix();
        await using var studio = await TestStudio.OpenAsync();
        var options = studio.Get<IOptions<PhotosOptions>>().Value;
        (options.BoundToRoots, options.ImportRoots) = (true, [Path.Combine(studio.Folder, "root")]);
        TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "real", "sub", "a.jpg"), 1);
        Directory.CreateSymbolicLink(Path.Combine(studio.Folder, "root"), Path.Combine(studio.Folder, "real"));
        await studio.Store.WriteAsync(db =>
            db.Weddings.ExecuteUpdateAsync(w => w.SetProperty(x => x.PhotoFolder, Path.Combine(studio.Folder, "root", "sub")), Stop), Stop);

        await RunAsync(studio);

        Assert.Equal(["a.jpg"], await PathsAsync(studio));
    }

    private static void OnUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");

    /// <summary>The folder moves, and a link stays in its place.</summary>
    private static void BecomeLink(TestStudio studio, string to)
    {
        var folder = Path.Combine(studio.Folder, "photos");
        Directory.Move(folder, to);
        Directory.CreateSymbolicLink(folder, to);
    }

    private static string Full(TestStudio studio, string path) => Path.Combine(studio.Folder, "photos", path);

    private static void Jpeg(TestStudio studio, string path, int seed) => TestPhotos.SaveJpeg(Full(studio, path), seed);

    private static Task RunAsync(TestStudio studio) => studio.Get<PhotosStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Stop);

    private static Task<Wedding> WeddingAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Weddings.SingleAsync(Stop), Stop);

    private static Task<List<string>> PathsAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Photos.Select(p => p.Path).OrderBy(p => p).ToListAsync(Stop), Stop);
}
