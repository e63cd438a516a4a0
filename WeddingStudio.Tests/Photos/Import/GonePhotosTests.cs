using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Visits;
using static WeddingStudio.Tests.Photos.Import.FolderOnDisk;

namespace WeddingStudio.Tests.Photos.Import;

/// <summary>What is no longer there is named, and keeps its place for the day it comes back.</summary>
public sealed class GonePhotosTests
{
    [Fact]
    public async Task A_photo_that_is_gone_is_named_and_comes_back_as_it_was()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg", "c.jpg");
        var before = await disk.DescribeAsync();
        File.Move(disk.At("b.jpg"), disk.At("../b.jpg"));

        await disk.LookAsync();
        Assert.Equal(["a.jpg Ready 1", "b.jpg Gone 2", "c.jpg Ready 3"], await disk.DescribeAsync());
        Assert.Equal(new PhotoProblem(PhotoProblemKind.Gone).English(), (await disk.PhotosAsync())[1].Problem.English());
        await disk.LookAsync();
        Assert.Equal(["a.jpg Ready 1", "b.jpg Gone 2", "c.jpg Ready 3"], await disk.DescribeAsync());

        File.Move(disk.At("../b.jpg"), disk.At("b.jpg"));
        await disk.LookAsync();
        Assert.Equal(before, await disk.DescribeAsync());
        Assert.All(await disk.PhotosAsync(), photo => Assert.Null(photo.Problem));
    }

    [Fact]
    public async Task What_comes_back_under_another_name_is_known_all_the_same()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        File.Move(disk.At("b.jpg"), disk.At("../b.jpg"));
        await disk.LookAsync();
        Directory.CreateDirectory(disk.At("sub"));
        File.Move(disk.At("../b.jpg"), disk.At("sub/found again.jpg"));

        await disk.LookAsync();

        Assert.Equal(["a.jpg Ready 1", "sub/found again.jpg Ready 2"], await disk.DescribeAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_emptied_folder_is_told_and_changes_nothing(bool withLeavings)
    {
        await using var disk = await WithAsync("a.jpg", "sub/b.jpg");
        var before = await disk.DescribeAsync();
        Directory.Move(disk.At("."), disk.Root + "-unplugged");
        Directory.CreateDirectory(disk.At("sub"));
        if (withLeavings)
            File.WriteAllText(disk.At("READ ME.txt"), "The drive is mounted here.");

        for (var run = 0; run < 2; run++)
        {
            var error = await Assert.ThrowsAsync<PhotoFolderException>(disk.LookAsync);
            Assert.StartsWith($"The photo folder '{disk.Root}' holds no photos any more; 2 were in it. Connect its drive", error.Message);
            Assert.Equal(before, await disk.DescribeAsync());
        }

        Directory.Delete(disk.Root, recursive: true);
        Directory.Move(disk.Root + "-unplugged", disk.Root);
        await disk.LookAsync();
        Assert.Equal(before, await disk.DescribeAsync());
    }

    [Fact]
    public async Task A_drive_that_goes_while_its_photos_are_read_stops_the_reading_and_blames_no_photo()
    {
        await using var disk = await WithAsync("a.jpg");
        Directory.Move(disk.Root, disk.Root + "-unplugged");
        Directory.CreateDirectory(disk.Root);

        await Assert.ThrowsAsync<PhotoFolderException>(async () => await disk.Studio.Get<PhotoVisitor>()
            .ReadAsync(await disk.WeddingAsync(), (await disk.PhotosAsync())[0], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Most_photos_missing_at_once_change_nothing_until_somebody_says_to_go_on()
    {
        await using var disk = await WithAsync(Numbered(39));
        var before = await disk.DescribeAsync();
        foreach (var path in Numbered(39).Skip(19))
            File.Move(disk.At(path), disk.At($"../{path}"));

        var error = await Assert.ThrowsAsync<PhotoFolderException>(disk.LookAsync);
        Assert.Equal(20, error.MissingPhotos);
        Assert.StartsWith($"20 of 39 photos are no longer in the photo folder '{disk.Root}', for example '020.jpg'. Connect its drive",
            error.Message);
        Assert.Equal(before, await disk.DescribeAsync());
        Assert.Equal(20, (await disk.WeddingAsync()).MissingPhotos);

        await disk.Studio.Store.WriteAsync(db => db.Weddings.ExecuteUpdateAsync(w => w.SetProperty(x => x.MissingAccepted, 20)),
            TestContext.Current.CancellationToken);
        await disk.LookAsync();
        Assert.Equal(20, (await disk.PhotosAsync()).Count(p => p.State == PhotoState.Gone));
        var wedding = await disk.WeddingAsync();
        Assert.Equal((0, 0), (wedding.MissingPhotos, wedding.MissingAccepted));

        foreach (var path in Numbered(39).Skip(19))
            File.Move(disk.At($"../{path}"), disk.At(path));
        await disk.LookAsync();
        Assert.Equal(before, await disk.DescribeAsync());
    }

    [Fact]
    public async Task The_card_of_another_camera_in_the_place_of_the_photos_changes_nothing()
    {
        await using var disk = await WithAsync(Numbered(25));
        var before = await disk.DescribeAsync();
        Directory.Move(disk.Root, disk.Root + "-unplugged");
        foreach (var path in Numbered(25))
            disk.Jpeg(path, seed: 5, widthPx: 200 + path[2]);

        await Assert.ThrowsAsync<PhotoFolderException>(disk.LookAsync);

        Assert.Equal(before, await disk.DescribeAsync());
        Directory.Delete(disk.Root, recursive: true);
        Directory.Move(disk.Root + "-unplugged", disk.Root);
        await disk.LookAsync();
        Assert.Equal(before, await disk.DescribeAsync());
    }

    [Fact]
    public async Task Fewer_than_half_of_many_are_named_one_by_one()
    {
        await using var disk = await WithAsync(Numbered(41));
        foreach (var path in Numbered(20))
            File.Delete(disk.At(path));

        await disk.LookAsync();

        Assert.Equal(20, (await disk.PhotosAsync()).Count(p => p.State == PhotoState.Gone));
    }

    [Fact]
    public async Task A_photo_whose_place_a_link_took_is_told_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var disk = await WithAsync("a.jpg", "b.jpg", "sub/c.jpg");
        File.Move(disk.At("b.jpg"), disk.At("../b.jpg"));
        File.CreateSymbolicLink(disk.At("b.jpg"), disk.At("../b.jpg"));
        Directory.Move(disk.At("sub"), disk.At("../sub"));
        Directory.CreateSymbolicLink(disk.At("sub"), disk.At("../sub"));

        await disk.LookAsync();

        Assert.Equal(["a.jpg Ready 1", "b.jpg Gone 2", "sub/c.jpg Gone 3"], await disk.DescribeAsync());
        Assert.All((await disk.PhotosAsync()).Skip(1), photo => Assert.StartsWith("is a link or lies behind one", photo.Problem.English()));
    }

    [Fact]
    public async Task A_folder_of_links_is_told_for_what_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        Directory.CreateDirectory(disk.At("../elsewhere"));
        foreach (var path in (string[])["a.jpg", "b.jpg"])
        {
            File.Move(disk.At(path), disk.At($"../elsewhere/{path}"));
            File.CreateSymbolicLink(disk.At(path), disk.At($"../elsewhere/{path}"));
        }

        var error = await Assert.ThrowsAsync<PhotoFolderException>(disk.LookAsync);

        Assert.Contains("holds no photos any more; 2 were in it. 2 links in it lead elsewhere and are not followed", error.Message);
    }

    [Fact]
    public async Task What_lies_in_a_folder_nobody_may_look_into_is_not_taken_for_gone()
    {
        await using var disk = await WithAsync("a.jpg", "closed/b.jpg");

        await disk.Studio.Store.WriteAsync(async db =>
        {
            var look = new FolderLook([], [new ClosedFolder("closed/", new(PhotoProblemKind.Other, "cannot be opened"))], []);
            await PhotoReconciliation.RunAsync(db, await db.Weddings.SingleAsync(), disk.Root, look);
        }, TestContext.Current.CancellationToken);

        Assert.Equal(["a.jpg Gone 1", "closed/ Problem", "closed/b.jpg Ready 2"], await disk.DescribeAsync());
    }

    [Fact]
    public async Task A_broken_file_that_was_taken_away_is_no_problem_any_more()
    {
        await using var disk = await WithAsync("a.jpg");
        File.WriteAllText(disk.At("broken.jpg"), "no image");
        await disk.LookAsync();
        Assert.Equal(["a.jpg Ready 1", "broken.jpg Problem"], await disk.DescribeAsync());
        File.Delete(disk.At("broken.jpg"));

        await disk.LookAsync();

        Assert.Equal(["a.jpg Ready 1"], await disk.DescribeAsync());
    }
}
