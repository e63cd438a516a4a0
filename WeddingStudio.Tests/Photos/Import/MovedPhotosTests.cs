using Microsoft.EntityFrameworkCore;
using static WeddingStudio.Tests.Photos.Import.FolderOnDisk;

namespace WeddingStudio.Tests.Photos.Import;

/// <summary>Photos are known by their content: wherever they lie and whatever they are called, nothing is read twice.</summary>
public sealed class MovedPhotosTests
{
    [Fact]
    public async Task A_folder_on_another_drive_holds_the_same_photos()
    {
        await using var disk = await WithAsync("a.jpg", "sub/b.jpg", "sub/deep/c.jpg");
        var before = await disk.DescribeAsync();
        await disk.CopyToAsync("other-drive");

        await disk.LookAsync();

        Assert.Equal(before, await disk.DescribeAsync());
    }

    [Fact]
    public async Task Renamed_files_and_folders_keep_what_was_seen_in_them()
    {
        await using var disk = await WithAsync(["first/a.jpg", "first/b.jpg", .. Numbered(30).Select(name => $"photographer/{name}")]);
        Directory.Move(disk.At("photographer"), disk.At("Fotografin"));
        disk.Move("first/a.jpg", "first/ceremony.jpg");
        disk.Move("first/b.jpg", "b.jpg");

        await disk.LookAsync();

        Assert.Equal(
            [.. Numbered(30).Select((name, i) => $"Fotografin/{name} Ready {i + 3}"), "b.jpg Ready 2", "first/ceremony.jpg Ready 1"],
            await disk.DescribeAsync());
    }

    [Fact]
    public async Task Numbers_that_moved_on_by_one_keep_what_was_seen_in_them()
    {
        await using var disk = await WithAsync(Numbered(5));
        for (var i = 5; i >= 1; i--)
            disk.Move($"{i:000}.jpg", $"{i + 1:000}.jpg");
        disk.Jpeg("001.jpg", seed: 5);

        await disk.LookAsync();

        Assert.Equal(["001.jpg Waiting", "002.jpg Ready 1", "003.jpg Ready 2", "004.jpg Ready 3", "005.jpg Ready 4", "006.jpg Ready 5"],
            await disk.DescribeAsync());
    }

    [Fact]
    public async Task Two_photos_that_traded_their_names_keep_what_was_seen_in_them()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        disk.Move("a.jpg", "c.jpg");
        disk.Move("b.jpg", "a.jpg");
        disk.Move("c.jpg", "b.jpg");

        await disk.LookAsync();

        Assert.Equal(["a.jpg Ready 2", "b.jpg Ready 1"], await disk.DescribeAsync());
    }

    [Fact]
    public async Task A_twin_takes_over_when_the_photo_goes_and_again_when_the_twin_goes()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        File.Copy(disk.At("a.jpg"), disk.At("m.jpg"));
        File.Copy(disk.At("a.jpg"), disk.At("z.jpg"));
        await disk.LookAsync();
        Assert.Equal(["a.jpg Ready 1", "b.jpg Ready 2", "m.jpg Duplicate", "z.jpg Duplicate"], await disk.DescribeAsync());

        File.Delete(disk.At("a.jpg"));
        await disk.LookAsync();
        Assert.Equal(["b.jpg Ready 2", "m.jpg Ready 1", "z.jpg Duplicate"], await disk.DescribeAsync());

        File.Delete(disk.At("m.jpg"));
        await disk.LookAsync();
        Assert.Equal(["b.jpg Ready 2", "z.jpg Ready 1"], await disk.DescribeAsync());
    }

    [Fact]
    public async Task The_twin_of_an_edited_photo_keeps_what_was_seen_in_it()
    {
        await using var disk = await WithAsync("a.jpg");
        File.Copy(disk.At("a.jpg"), disk.At("z.jpg"));
        await disk.LookAsync();
        disk.Jpeg("a.jpg", seed: 5);

        await disk.LookAsync();

        Assert.Equal(["a.jpg Waiting", "z.jpg Ready 1"], await disk.DescribeAsync());
    }

    [Fact]
    public async Task An_edited_photo_is_read_anew_under_its_old_number()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        var id = (await disk.PhotosAsync())[0].Id;
        disk.Jpeg("a.jpg", seed: 5);

        await disk.LookAsync();

        Assert.Equal(["a.jpg Waiting", "b.jpg Ready 2"], await disk.DescribeAsync());
        Assert.Equal((id, null), ((await disk.PhotosAsync())[0].Id, (await disk.PhotosAsync())[0].Pack));
    }

    [Fact]
    public async Task A_photo_that_became_an_upload_and_back_is_the_same()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        Directory.CreateDirectory(disk.Studio.Paths.Originals(TestWedding.Id));
        File.Move(disk.At("a.jpg"), Path.Combine(disk.Studio.Paths.Originals(TestWedding.Id), "sent.jpg"));
        await disk.LookAsync();
        Assert.Equal(["b.jpg Ready 2", "uploads/sent.jpg Ready 1"], await disk.DescribeAsync());
        Assert.True((await disk.PhotosAsync())[1].Uploaded);

        File.Move(Path.Combine(disk.Studio.Paths.Originals(TestWedding.Id), "sent.jpg"), disk.At("a.jpg"));
        await disk.LookAsync();
        Assert.Equal(["a.jpg Ready 1", "b.jpg Ready 2"], await disk.DescribeAsync());
        Assert.All(await disk.PhotosAsync(), photo => Assert.False(photo.Uploaded));
    }

    [Fact]
    public async Task What_stopped_in_the_middle_of_a_move_is_taken_up_again()
    {
        await using var disk = await WithAsync("a.jpg", "b.jpg");
        disk.Move("a.jpg", "c.jpg");
        disk.Move("b.jpg", "a.jpg");

        // The rows of new files are written as they are fingerprinted, long before all is settled.
        await disk.Studio.AddAsync(
            new Engine.Data.Photo { WeddingId = TestWedding.Id, Path = "c.jpg", ContentHash = (await disk.PhotosAsync())[0].ContentHash });
        await disk.LookAsync();

        Assert.Equal(["a.jpg Ready 2", "c.jpg Ready 1"], await disk.DescribeAsync());
        Assert.Equal(2, await disk.Studio.Store.ReadAsync(db => db.Faces.CountAsync(), TestContext.Current.CancellationToken));
    }
}
