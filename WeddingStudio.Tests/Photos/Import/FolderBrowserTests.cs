using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Tests.Photos.Import;

public sealed class FolderBrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("browse-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sub_folders_are_listed_with_their_photos_and_the_free_space()
    {
        Touch("root/Saturday/a.jpg", "root/Saturday/deep/b.HEIC", "root/Saturday/clip.mp4", "root/Empty/x.txt",
            "root/.hidden/c.jpg", "root/d.png");

        var listing = Browser().Browse(Path.Combine(_folder, "root"));

        Assert.Null(listing.Refused);
        Assert.Equal([("Empty", new PhotoCount(0, false)), ("Saturday", new PhotoCount(2, false))],
            listing.Folders.Select(f => (f.Name, f.Count)));
        Assert.True(listing.Here.Photos >= 3 && listing.FreeBytes > 0);
        Assert.Equal("", listing.Parent);
    }

    [Fact]
    public void The_list_of_roots_is_where_browsing_begins_and_up_leads_back()
    {
        Touch("root/sub/a.jpg");
        var browser = Browser();

        var start = browser.Browse(null);
        var inside = browser.Browse(start.Folders[0].Path);
        var deeper = browser.Browse(inside.Folders[0].Path);

        Assert.Equal(Path.Combine(_folder, "root"), start.Folders[0].Path);
        Assert.Equal(Path.Combine(_folder, "root"), deeper.Parent);
    }

    [Fact]
    public void What_lies_outside_the_roots_is_refused_links_included()
    {
        Touch("root/a.jpg", "rooted/b.jpg", "other/c.jpg");
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(Path.Combine(_folder, "root", "way-out"), Path.Combine(_folder, "other"));
        var browser = Browser();

        string[] outside = [_folder, Path.Combine(_folder, "rooted"), Path.Combine(_folder, "root", "..", "other"), "relative", "/"];
        Assert.All(outside, path => Assert.NotNull(browser.Browse(path).Refused));
        Assert.NotNull(browser.Refusal(Path.Combine(_folder, "root", "way-out")));
        Assert.Empty(browser.Browse(Path.Combine(_folder, "root")).Folders);
    }

    [Fact]
    public void The_studios_own_pictures_are_neither_listed_nor_counted_nor_opened()
    {
        Touch("root/a.jpg", "root/data/studio.lock", "root/data/weddings/w/previews/aa/x.jpg", "root/deep/other-studio/studio.lock",
            "root/deep/other-studio/x.jpg", "root/results/.studio/studio.db", "root/results/clusters/x.jpg");

        var listing = Browser().Browse(Path.Combine(_folder, "root"));

        Assert.Equal([("deep", 0)], listing.Folders.Select(f => (f.Name, f.Count.Photos)));
        Assert.Equal(1, listing.Here.Photos);
        Assert.Contains("keeps its own files",
            Browser().Refusal(Path.Combine(_folder, "root", "data", "weddings", "w", "previews")).English());
    }

    [Fact]
    public void A_missing_folder_says_what_to_do()
    {
        Touch("root/a.jpg");

        Assert.EndsWith("is not there. Connect its drive or choose another folder.",
            Browser().Browse(Path.Combine(_folder, "root", "gone")).Refused.English());
    }

    [Fact]
    public void A_link_to_a_root_is_the_root()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        Touch("real/a.jpg");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "root"), Path.Combine(_folder, "real"));

        Assert.Equal(1, Browser().Browse(Path.Combine(_folder, "root")).Here.Photos);
    }

    private FolderBrowser Browser() => new(new ImportBounds(
        Options.Create(new PhotosOptions { ImportRoots = [Path.Combine(_folder, "root")] }),
        new StudioPaths(Path.Combine(_folder, "root", "data"))));

    private void Touch(params string[] files)
    {
        foreach (var file in files.Select(f => Path.Combine(_folder, f)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "x");
        }
    }
}
