using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Tests.People.Suggestions;

/// <summary>A wedding of twelve people in four photos each, of whom two have a second half somewhere: 21 is 3, and 22 is 5.</summary>
internal static class QuestionedWedding
{
    public const int Whole = 3, SecondHalf = 21, OtherWhole = 5, OtherSecondHalf = 22;

    public static ComparedAlbum Album() => new ComparedAlbum()
        .Add(SecondHalf, ComparedAlbum.Like(Whole, .6, 40), clothes: Whole, photos: 2, minute: 53)
        .Add(OtherSecondHalf, ComparedAlbum.Like(OtherWhole, .4, 41), clothes: null, photos: 1, minute: null);

    /// <summary>20 may be 3, and 30 is with 3 in all their photos and with 20 in theirs.</summary>
    public static ComparedAlbum InCompany() => new ComparedAlbum()
        .Add(20, ComparedAlbum.Like(Whole, .5, 40), clothes: null, photos: 2, minute: 500)
        .Add(30, ComparedAlbum.Direction(30), clothes: null, photos: 2, minute: 500, inPhotosOf: 20)
        .Add(30, ComparedAlbum.Direction(30), clothes: null, photos: 4, minute: 30, inPhotosOf: Whole);

    /// <param name="isFinal">False: the analysis still goes on.</param>
    public static Task FillAsync(StudioStore store, WeddingId weddingId, bool isFinal = true, ComparedAlbum? album = null) =>
        store.WriteAsync(async db =>
        {
            var faces = (album ?? Album()).Faces;
            var photos = faces.DistinctBy(f => f.PhotoId).ToDictionary(f => f.PhotoId, f => new Photo
            {
                WeddingId = weddingId, Path = $"{f.PhotoId:d5}.jpg", State = PhotoState.Ready, ContentHash = $"{f.PhotoId:x64}",
                WidthPx = 600, HeightPx = 400, TakenAt = f.At,
            });
            db.AddRange(photos.Values);
            await db.SaveChangesAsync();
            Face[] rows = [.. faces.Select(f => new Face
            {
                WeddingId = weddingId, PhotoId = photos[f.PhotoId].Id, Key = $"{f.Id:x16}", Box = BoxOf(f), Points = new float[10],
                Embedding = f.Embedding, Clothes = f.Clothes, Pack = "pack", Quality = f.Quality, PersonId = f.PersonId,
            })];
            db.AddRange(rows);
            await db.SaveChangesAsync();
            db.AddRange(rows.GroupBy(f => f.PersonId!.Value).Select(person => new Person
            {
                WeddingId = weddingId, Id = person.Key, FaceCount = person.Count(), PhotoCount = person.Count(),
                SeenOnce = person.Count() == 1, CoverFaceId = person.First().Id,
            }));
            db.Add(new BasePartition
            {
                WeddingId = weddingId, CreatedAt = DateTime.UtcNow, Pack = "pack", IsFinal = isFinal,
                Groups = [.. rows.SelectMany(f => new[] { f.Id, f.PhotoId, f.PersonId!.Value })],
                Boxes = [.. rows.SelectMany(f => new[] { (float)f.Box.X1, (float)f.Box.Y1, (float)f.Box.X2, (float)f.Box.Y2 })],
            });
            (await db.Weddings.FindAsync(weddingId))!.NextPersonId = 100;
            await db.SaveChangesAsync();

            // Side by side.
            FaceBox BoxOf(ComparedFace face)
            {
                var left = 10 + 100 * faces.Count(f => f.PhotoId == face.PhotoId && f.Id < face.Id);
                return new FaceBox(left, 10, left + face.WidthPx, 10 + face.WidthPx);
            }
        }, CancellationToken.None);
}
