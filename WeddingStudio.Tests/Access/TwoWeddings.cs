using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Access;

/// <summary>Two weddings of one photo, one person and one open gallery each, with files where previews and faces lie.</summary>
internal static class TwoWeddings
{
    public static readonly WeddingId First = new("anna-ben"), Second = new("carla-dan");

    public static async Task<(Seeded First, Seeded Second)> InAsync(StudioApp studio) =>
        (await AddAsync(studio, First, 'a'), await AddAsync(studio, Second, 'c'));

    private static async Task<Seeded> AddAsync(StudioApp studio, WeddingId weddingId, char letter)
    {
        var (hash, key) = (new string(letter, 64), new string(letter, 16));
        foreach (var path in (string[])[studio.Paths.Preview(weddingId, hash, 480), studio.Paths.Preview(weddingId, hash, 2048),
            studio.Paths.FaceCrop(weddingId, key)])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, [0xFF, 0xD8, 0xFF, (byte)letter]);
        }

        return await studio.Store.WriteAsync(async db =>
        {
            var photo = new Photo
            {
                WeddingId = weddingId, Path = $"{letter}.jpg", State = PhotoState.Ready, ContentHash = hash, WidthPx = 600, HeightPx = 400,
            };
            db.Add(new Wedding { Id = weddingId, Name = weddingId.Value, TimeZone = "Europe/Paris", NextPersonId = 2,
                CreatedAt = DateTime.UtcNow });
            db.Add(photo);
            await db.SaveChangesAsync();
            var face = new Face { WeddingId = weddingId, PhotoId = photo.Id, Key = key, Pack = "p", Points = new float[10], Embedding = [1],
                Box = new(10, 10, 90, 90), PersonId = 1 };
            var gallery = new Gallery
            {
                WeddingId = weddingId, PersonId = 1, CreatedAt = DateTime.UtcNow, ExpiresAt = DateTime.UtcNow.AddDays(1),
            };
            db.AddRange(face, gallery);
            await db.SaveChangesAsync();
            db.Add(new Person { WeddingId = weddingId, Id = 1, Name = $"Guest {letter}", PhotoCount = 1, FaceCount = 1,
                CoverFaceId = face.Id });
            await db.SaveChangesAsync();
            return new Seeded(weddingId, photo.Id, hash, key, gallery.Id);
        }, CancellationToken.None);
    }
}

internal sealed record Seeded(WeddingId WeddingId, int PhotoId, string Hash, string FaceKey, int GalleryId)
{
    public string PreviewUrl => $"/media/w/{WeddingId}/preview/{Hash}-480.jpg";
    public string FaceUrl => $"/media/w/{WeddingId}/face/{FaceKey}.jpg";
}
