using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Tests.Photos.Import;

/// <summary>
/// A wedding's photo folder on a real disk, whose photos are found by the stage and read on paper: each has a face of its own.
/// </summary>
internal sealed class FolderOnDisk : IAsyncDisposable
{
    private FolderOnDisk(TestStudio studio) => (Studio, Root) = (studio, Path.Combine(studio.Folder, "photos"));

    public TestStudio Studio { get; }

    /// <summary>Where the photos lie now.</summary>
    public string Root { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Photos of these paths, all different, found and read.</summary>
    public static async Task<FolderOnDisk> WithAsync(params IEnumerable<string> paths)
    {
        var disk = new FolderOnDisk(await TestStudio.OpenAsync());
        foreach (var (i, path) in paths.Index())
            disk.Jpeg(path, seed: i % 6, widthPx: 60 + i);
        await disk.LookAsync();
        await disk.ReadAsync();
        return disk;
    }

    public static IEnumerable<string> Numbered(int count) => Enumerable.Range(1, count).Select(i => $"{i:000}.jpg");

    public string At(string path) => Path.Combine(Root, path);

    public void Jpeg(string path, int seed, int widthPx = 50) => TestPhotos.SaveJpeg(At(path), seed, widthPx);

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(to))!);
        File.Move(At(from), At(to));
    }

    /// <summary>The files are copied with new times, as to another drive, and the wedding is told so.</summary>
    public async Task CopyToAsync(string folder)
    {
        var to = Path.Combine(Studio.Folder, folder);
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }

        Root = to;
        await Studio.Store.WriteAsync(db => db.Weddings.ExecuteUpdateAsync(w => w.SetProperty(x => x.PhotoFolder, to), Stop), Stop);
    }

    public Task LookAsync() => Studio.Get<PhotosStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Stop);

    /// <summary>What a visit leaves of every photo that waits.</summary>
    public Task ReadAsync() => Studio.Store.WriteAsync(async db =>
    {
        foreach (var photo in await db.Photos.Where(p => p.State == PhotoState.Waiting).ToListAsync(Stop))
        {
            (photo.State, photo.Pack) = (PhotoState.Ready, "p");
            db.Faces.Add(new Face { WeddingId = TestWedding.Id, PhotoId = photo.Id, Key = photo.ContentHash![..16], Points = [],
                Embedding = [], Pack = "p" });
        }

        await db.SaveChangesAsync(Stop);
    }, Stop);

    public Task<Wedding> WeddingAsync() => Studio.Store.ReadAsync(db => db.Weddings.SingleAsync(Stop), Stop);

    public Task<List<Photo>> PhotosAsync() => Studio.Store.ReadAsync(db => db.Photos.OrderBy(p => p.Path).ToListAsync(Stop), Stop);

    /// <summary>`path state`, and the number of the row whose faces it has: rows that stay the same keep what was read.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync()
    {
        var faces = (await Studio.Store.ReadAsync(db => db.Faces.Select(f => f.PhotoId).ToListAsync(Stop), Stop)).ToHashSet();
        return [.. (await PhotosAsync()).OrderBy(p => p.Path, StringComparer.Ordinal)
            .Select(p => $"{p.Path} {p.State}{(faces.Contains(p.Id) ? $" {p.Id}" : "")}")];
    }

    public ValueTask DisposeAsync() => Studio.DisposeAsync();
}
