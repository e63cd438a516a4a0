using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Photos.Import;

public sealed class PhotosStageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photos_are_registered_in_ordinal_order_with_their_fingerprints()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "b.jpg", 1);
        Jpeg(studio, "Z/a.jpg", 2);
        Jpeg(studio, "Église/婚礼 💍.jpg", 3);
        Jpeg(studio, new string('x', 245) + ".jpg", 4);

        await RunAsync(studio);

        var photos = await PhotosAsync(studio);
        Assert.Equal(["Z/a.jpg", "b.jpg", new string('x', 245) + ".jpg", "Église/婚礼 💍.jpg"],
            photos.OrderBy(p => p.Id).Select(p => p.Path));
        Assert.All(photos, p => Assert.Equal((PhotoState.Waiting, 64), (p.State, p.ContentHash!.Length)));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        Jpeg(studio, "copy.jpg", 1);
        Write(studio, "broken.jpg", "no image");
        await RunAsync(studio);
        var (rows, revision) = (await DescribeAsync(studio), await RevisionAsync(studio));

        await RunAsync(studio);

        Assert.Equal(rows, await DescribeAsync(studio));
        Assert.Equal(revision, await RevisionAsync(studio));
    }

    [Fact]
    public async Task What_is_no_photo_is_counted_and_what_should_be_one_is_named()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "real.txt", 1);
        Write(studio, "clip.mp4", "any");
        Write(studio, "list.txt", "guests");
        Write(studio, "empty.txt", "");
        Write(studio, "empty.jpg", "");
        Write(studio, "page.jpg", "<html><body>");
        Write(studio, ".hidden.jpg", "any");
        Write(studio, ".studio/x.jpg", "any");
        Write(studio, "@eaDir/x.jpg", "any");
        Write(studio, "Thumbs.db", "any");
        Write(studio, "results/.studio/state", "any");
        Jpeg(studio, "results/clusters/0/thumbnail.jpg", 2);

        await RunAsync(studio);

        var photos = (await PhotosAsync(studio)).ToDictionary(p => p.Path);
        Assert.Equal(["empty.jpg", "page.jpg", "real.txt"], photos.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(PhotoState.Waiting, photos["real.txt"].State);
        Assert.StartsWith("is empty", photos["empty.jpg"].Problem.English());
        Assert.StartsWith("is not an image: its first bytes are", photos["page.jpg"].Problem.English());
        var wedding = await WeddingAsync(studio);
        Assert.Equal((1, 2), (wedding.VideosSetAside, wedding.OtherFilesSetAside));
    }

    [Fact]
    public async Task Of_equal_files_the_ordinally_first_path_is_the_photo()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "b.jpg", 1);
        Jpeg(studio, "a/z.jpg", 1);
        Jpeg(studio, "c.jpg", 1);

        await RunAsync(studio);

        Assert.Equal(["a/z.jpg Waiting", "b.jpg Duplicate of a/z.jpg", "c.jpg Duplicate of a/z.jpg"], await DescribeAsync(studio));
    }

    [Fact]
    public async Task An_earlier_path_that_arrives_later_takes_over_without_a_new_visit()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "b.jpg", 1);
        await RunAsync(studio);
        var id = await MarkReadyAsync(studio, "b.jpg");
        Jpeg(studio, "a.jpg", 1);

        await RunAsync(studio);

        Assert.Equal(["a.jpg Ready 1 faces", "b.jpg Duplicate of a.jpg"], await DescribeAsync(studio));
        Assert.Equal(id, (await PhotosAsync(studio)).Single(p => p.Path == "a.jpg").Id);
    }

    [Fact]
    public async Task A_moved_file_keeps_what_was_seen_in_it()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        await RunAsync(studio);
        var id = await MarkReadyAsync(studio, "a.jpg");
        File.Move(Full(studio, "a.jpg"), Full(studio, "m.jpg"));

        await RunAsync(studio);

        Assert.Equal(id, (await PhotosAsync(studio)).Single(p => p.Path == "m.jpg" && p.State == PhotoState.Ready).Id);
    }

    [Fact]
    public async Task A_changed_file_is_read_again_and_its_copy_becomes_a_photo_of_its_own()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        Jpeg(studio, "b.jpg", 1);
        await RunAsync(studio);
        await MarkReadyAsync(studio, "a.jpg");
        Jpeg(studio, "a.jpg", 2);

        await RunAsync(studio);

        Assert.Equal(["a.jpg Waiting", "b.jpg Waiting"], await DescribeAsync(studio));
    }

    [Fact]
    public async Task A_vanished_file_is_named_at_the_next_look_and_waits_again_when_it_is_back()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        Jpeg(studio, "b.jpg", 2);
        await RunAsync(studio);
        var (wedding, photo) = (await WeddingAsync(studio), (await PhotosAsync(studio)).Single(p => p.Path == "a.jpg"));
        var bytes = File.ReadAllBytes(Full(studio, "a.jpg"));
        File.Delete(Full(studio, "a.jpg"));

        var problem = await Assert.ThrowsAsync<PhotoProblemException>(() => studio.Get<PhotoVisitor>()
            .ReadAsync(wedding, photo, TestContext.Current.CancellationToken));
        await RunAsync(studio);

        Assert.Equal(new PhotoProblem(PhotoProblemKind.Gone).English(), problem.Message);
        Assert.Equal(["a.jpg Gone", "b.jpg Waiting"], await DescribeAsync(studio));
        File.WriteAllBytes(Full(studio, "a.jpg"), bytes);
        await RunAsync(studio);
        Assert.Equal(["a.jpg Waiting", "b.jpg Waiting"], await DescribeAsync(studio));
    }

    [Fact]
    public async Task A_missing_drive_stops_the_run_with_the_folder_and_the_remedy_and_loses_nothing()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        await RunAsync(studio);
        var folder = Path.Combine(studio.Folder, "photos");
        Directory.Move(folder, folder + "-unplugged");

        var error = await Assert.ThrowsAsync<PhotoFolderException>(() => RunAsync(studio));

        Assert.Contains($"'{folder}' is not there. Connect its drive", error.Message);
        var (wedding, photo) = (await WeddingAsync(studio), Assert.Single(await PhotosAsync(studio)));
        await Assert.ThrowsAsync<PhotoFolderException>(() => studio.Get<PhotoVisitor>()
            .ReadAsync(wedding, photo, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_photo_found_open_at_start_is_read_alone_and_set_aside_when_found_so_three_times()
    {
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        await RunAsync(studio);

        // Once beside others, any of which may have been to blame; once alone.
        foreach (var attempts in (int[])[1, 2])
        {
            await UpdateAsync(studio, p => (p.State, p.Attempts) = (PhotoState.Attempting, attempts));
            await RunAsync(studio);
            Assert.Equal(["a.jpg Waiting"], await DescribeAsync(studio));
        }

        await UpdateAsync(studio, p => (p.State, p.Attempts) = (PhotoState.Attempting, 3));
        await RunAsync(studio);
        await RunAsync(studio);
        Assert.StartsWith("crashed the reader three times", Assert.Single(await PhotosAsync(studio)).Problem.English());
    }

    [Fact]
    public async Task A_closed_sub_folder_is_a_problem_until_it_opens_and_the_rest_goes_on()
    {
        if (OperatingSystem.IsWindows())
            return; // Access rights are another matter there.
        if (await Unprivileged.RanAsync(typeof(PhotosStageTests),
            nameof(A_closed_sub_folder_is_a_problem_until_it_opens_and_the_rest_goes_on)))
            return;
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        Jpeg(studio, "closed/b.jpg", 2);
        File.SetUnixFileMode(Full(studio, "closed"), UnixFileMode.None);
        await RunAsync(studio);
        var problem = (await PhotosAsync(studio)).Single(p => p.State == PhotoState.Problem);
        File.SetUnixFileMode(Full(studio, "closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await RunAsync(studio);

        Assert.Equal("closed/", problem.Path);
        Assert.StartsWith("cannot be opened", problem.Problem.English());
        Assert.Equal(["a.jpg Waiting", "closed/b.jpg Waiting"], await DescribeAsync(studio));
    }

    [Fact]
    public async Task Closed_folders_come_and_go_as_rows()
    {
        await using var studio = await TestStudio.OpenAsync();

        await studio.Store.WriteAsync(async db =>
        {
            await PhotoRegister.RecordClosedFoldersAsync(
                db, TestWedding.Id, [new("sub/", new(PhotoProblemKind.Other, "cannot be opened"))]);
            await db.SaveChangesAsync();
        }, Stop);
        var problem = Assert.Single(await PhotosAsync(studio));
        await RunAsync(studio);

        Assert.Equal(("sub/", PhotoState.Problem, "cannot be opened"), (problem.Path, problem.State, problem.Problem.English()));
        Assert.Empty(await PhotosAsync(studio));
    }

    [Fact]
    public async Task A_file_changed_without_another_size_or_time_is_read_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not tell.");
        await using var studio = await TestStudio.OpenAsync();
        Jpeg(studio, "a.jpg", 1);
        await RunAsync(studio);
        await MarkReadyAsync(studio, "a.jpg");
        var (modified, bytes) = (File.GetLastWriteTimeUtc(Full(studio, "a.jpg")), File.ReadAllBytes(Full(studio, "a.jpg")));
        bytes[^3] ^= 1;
        File.WriteAllBytes(Full(studio, "a.jpg"), bytes);
        File.SetLastWriteTimeUtc(Full(studio, "a.jpg"), modified);

        await RunAsync(studio);

        Assert.Equal(["a.jpg Waiting"], await DescribeAsync(studio));
    }

    private static string Full(TestStudio studio, string path) => Path.Combine(studio.Folder, "photos", path);

    private static void Jpeg(TestStudio studio, string path, int seed) => TestPhotos.SaveJpeg(Full(studio, path), seed);

    private static void Write(TestStudio studio, string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(studio, path))!);
        File.WriteAllText(Full(studio, path), content);
    }

    private static Task RunAsync(TestStudio studio) =>
        studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Progress<StageProgress>(), Stop);

    private static Task<List<Photo>> PhotosAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Photos.ToListAsync(Stop), Stop);

    private static Task<Wedding> WeddingAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Weddings.SingleAsync(Stop), Stop);

    private static Task UpdateAsync(TestStudio studio, Action<Photo> change) => studio.Store.WriteAsync(async db =>
    {
        change(await db.Photos.SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }, Stop);

    private static Task<int> MarkReadyAsync(TestStudio studio, string path) => studio.Store.WriteAsync(async db =>
    {
        var photo = await db.Photos.SingleAsync(p => p.Path == path, Stop);
        photo.State = PhotoState.Ready;
        db.Faces.Add(new Face { WeddingId = TestWedding.Id, PhotoId = photo.Id, Key = "00", Points = [], Embedding = [], Pack = "p" });
        await db.SaveChangesAsync(Stop);
        return photo.Id;
    }, Stop);

    private static Task<long> RevisionAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => Revisions.NowAsync(db, TestWedding.Id, Stop), Stop);

    private static async Task<IReadOnlyList<string>> DescribeAsync(TestStudio studio)
    {
        var photos = await PhotosAsync(studio);
        var faces = await studio.Store.ReadAsync(db => db.Faces.Select(f => f.PhotoId).ToListAsync(Stop), Stop);
        return [.. photos.OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => $"{p.Path} {p.State}"
            + (p.DuplicateOfId is { } of ? $" of {photos.Single(o => o.Id == of).Path}" : "")
            + (faces.Count(f => f == p.Id) is > 0 and var count ? $" {count} faces" : ""))];
    }
}
