using System.Security.Cryptography;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Tests.Galleries;

namespace WeddingStudio.Tests.Access;

/// <summary>A wedding `w` with real files on disk, of which one guest, Anna, has a gallery.</summary>
internal sealed record OpenGallery(StudioApp Studio, int GalleryId, IReadOnlyList<int> PhotoIds, string Hash)
{
    public string Pictures => $"/media/g/{GalleryId}";
    public string Picture => $"{Pictures}/photo/{PhotoIds[0]}-480.jpg";
    public string Download => $"{Pictures}/download/{PhotoIds[0]}";
    public string Zip => $"{Pictures}/photos.zip";

    /// <param name="studio">Where the wedding is made.</param>
    /// <param name="photos">How many.</param>
    /// <param name="widthPx">Width of each; 3000 make a file of several megabytes, more than lies between two sockets.</param>
    public static async Task<OpenGallery> InAsync(StudioApp studio, int photos = 2, int widthPx = 64)
    {
        var folder = Directory.CreateDirectory(Path.Combine(studio.Folder, "photos")).FullName;
        var jpeg = JpegPictures.Plain(widthPx, widthPx);
        var hash = Convert.ToHexStringLower(SHA256.HashData(jpeg));
        Photo[] rows = [.. Enumerable.Range(0, photos).Select(i => Paper.Photo($"{i}.jpg", Paper.Noon.AddHours(i)))];
        foreach (var row in rows)
        {
            row.ContentHash = hash;
            await File.WriteAllBytesAsync(Path.Combine(folder, row.Path), jpeg);
        }

        foreach (var px in (int[])[480, 2048])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(studio.Paths.Preview(TestWedding.Id, hash, px))!);
            await File.WriteAllBytesAsync(studio.Paths.Preview(TestWedding.Id, hash, px), jpeg);
        }

        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TestWedding.Id, Name = "Robin & Kim", TimeZone = "Europe/Paris", PhotoFolder = folder,
                NextPersonId = 2, CreatedAt = DateTime.UtcNow });
            db.AddRange([Paper.Person(1, "Anna"), .. rows.Select(row => Paper.Face(row, 1))]);
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, CancellationToken.None);
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, CancellationToken.None);
        var link = await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, 1, CancellationToken.None);
        return new OpenGallery(studio, link.GalleryId, [.. rows.Select(row => row.Id)], hash);
    }

    /// <summary>The link as it is now.</summary>
    public async Task<string> LinkAsync() => (await Studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, 1, CancellationToken.None)).Path;

    /// <summary>A guest who came in by the link.</summary>
    public async Task<HttpClient> GuestAsync()
    {
        var guest = Studio.Visitor();
        Assert.Equal($"/g/{GalleryId}", (await guest.GetAsync(await LinkAsync())).Headers.Location?.OriginalString);
        return guest;
    }
}
