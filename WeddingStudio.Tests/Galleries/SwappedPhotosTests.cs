namespace WeddingStudio.Tests.Galleries;

/// <summary>Whatever somebody puts in the place of a photo, nobody gets anything but the photo that was looked at.</summary>
public sealed class SwappedPhotosTests
{
    private const int Zips = 25;

    public static TheoryData<string> Swaps =>
    [
        "a link to another's photo", "a link to a key", "a link to a device", "a link to another photo of the folder",
        "a link in the place of its folder",
        "a hard link", "a pipe", "a folder", "another photo of the same size and time", "other bytes in the same file, its time set back",
    ];

    private static void OnUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Swaps))]
    public async Task What_took_the_place_of_a_photo_leaves_neither_with_the_couple_nor_with_a_guest(string how)
    {
        OnUnix();
        await using var wedding = await SwappedPhotos.OpenAsync();
        Assert.Equal(7, (await wedding.LeavingAsync()).Count);

        await Task.Run(() => wedding.Swap(how), TestContext.Current.CancellationToken);
        var after = await Task.Run(wedding.LeavingAsync, TestContext.Current.CancellationToken);

        Assert.All(after, file => SwappedPhotos.AssertInnocent(file.Name, file.Bytes));
        Assert.Equal(how.EndsWith("of its folder", StringComparison.Ordinal) ? 0 : 5, after.Count);
        Assert.Null(await wedding.DownloadAsync("a.jpg"));
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Swaps))]
    public async Task What_took_the_place_of_a_photo_is_never_read_for_it(string how)
    {
        OnUnix();
        await using var wedding = await SwappedPhotos.OpenAsync();

        wedding.Swap(how);
        var problem = await Task.Run(() => wedding.VisitAsync("a.jpg"), TestContext.Current.CancellationToken);

        Assert.NotNull(problem);
        Assert.Empty(wedding.Previews());
    }

    [Theory]
    [InlineData("b", "private")]
    [InlineData("b", "private/b")]
    public async Task A_sub_folder_that_became_a_link_leads_nowhere(string folder, string target)
    {
        OnUnix();
        await using var wedding = await SwappedPhotos.OpenAsync();
        Directory.Delete(wedding.At(folder), recursive: true);
        Directory.CreateSymbolicLink(wedding.At(folder), Path.Combine(wedding.Studio.Folder, target));

        var after = await wedding.LeavingAsync();

        Assert.All(after, file => SwappedPhotos.AssertInnocent(file.Name, file.Bytes));
        Assert.Equal(5, after.Count);
        Assert.Contains("is a link or lies behind one", await wedding.VisitAsync("b/A.jpg"));
    }

    [Fact]
    public async Task The_same_photo_copied_back_leaves_as_before()
    {
        await using var wedding = await SwappedPhotos.OpenAsync();
        var before = await wedding.LeavingAsync();
        foreach (var path in Directory.EnumerateFiles(wedding.Photos, "*", SearchOption.AllDirectories).ToList())
        {
            File.Copy(path, path + ".copy");
            File.Delete(path);
            File.Move(path + ".copy", path);
            File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        Assert.Equal(before, await wedding.LeavingAsync(), (a, b) => a.Name == b.Name && a.Bytes.AsSpan().SequenceEqual(b.Bytes));
        Assert.Null(await wedding.VisitAsync("a.jpg"));
    }

    [Fact]
    public async Task While_somebody_swaps_a_photo_for_a_link_and_back_all_the_time_no_zip_holds_anything_else()
    {
        OnUnix();
        await using var wedding = await SwappedPhotos.OpenAsync();
        var photo = wedding.At("a.jpg");
        File.Copy(photo, photo + ".kept");
        using var stop = new CancellationTokenSource();
        var swaps = 0;
        var swapping = Task.Run(() =>
        {
            for (; !stop.IsCancellationRequested; swaps++)
            {
                SwappedPhotos.Link(photo, wedding.Secret);
                File.Copy(photo + ".kept", photo + ".new");
                File.Move(photo + ".new", photo, overwrite: true);
                File.Copy(wedding.Secret, photo + ".new");
                File.Move(photo + ".new", photo, overwrite: true);
            }
        }, CancellationToken.None);

        var leaving = new List<(string Name, byte[] Bytes)>();
        for (var i = 0; i < Zips; i++)
            leaving.AddRange(await wedding.LeavingAsync());
        await stop.CancelAsync();
        await swapping;

        Assert.True(swaps > Zips, $"{swaps} swaps");
        Assert.True(leaving.Count >= 5 * Zips, $"{leaving.Count} files");
        Assert.All(leaving, file => SwappedPhotos.AssertInnocent(file.Name, file.Bytes));
    }
}
