using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Bench.Albums;

/// <summary>The rows of a day: faces like real ones, in photos of moments and series.</summary>
internal static class MadeWedding
{
    private static readonly WeddingId WeddingId = MadeStudio.WeddingId;
    private const int Dim = 512, Moments = 8, FramesPerSeries = 4, SeriesEvery = 5;

    public static Task AddAsync(
        StudioStore store, int made, int people, CancellationToken ct, int facesPerPhoto = 4) => store.WriteAsync(async db =>
    {
        var random = new Random(1);
        var (vectors, who) = FacesLike.Make(made, Dim, seed: 1, people, strangers: 0);
        db.Weddings.Add(new Wedding { Id = WeddingId, Name = "Bench", TimeZone = "Etc/UTC", PhotoFolder = "/", CreatedAt = DateTime.UtcNow,
            NextPersonId = 1 });
        for (var i = 0; i < Moments; i++)
            db.Moments.Add(new Moment { Id = i + 1, WeddingId = WeddingId, Ordinal = i, Name = Message.Plain($"Moment {i}") });
        var companies = Companies(who, facesPerPhoto, random).ToList();
        for (var i = 0; i < companies.Count; i++)
        {
            var photo = PhotoOf(i, companies.Count, random);
            foreach (var (place, f) in companies[i].Index())
                db.Faces.Add(FaceOf(f, place, photo, vectors.AsSpan(f * Dim, Dim).ToArray(), random));
        }

        await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>The faces of each photo: of different people, and in all frames of a series of the same ones.</summary>
    private static IEnumerable<int[]> Companies(int[] who, int facesPerPhoto, Random random)
    {
        var left = who.Index().GroupBy(f => f.Item).OrderBy(g => g.Key).Select(g => new Queue<int>(g.Select(f => f.Index))).ToList();
        for (var i = 0; left.Exists(faces => faces.Count > 0); i++)
        {
            var frames = IsInSeries(i) ? FramesPerSeries : 1;
            List<Queue<int>> company = [];
            while (company.Count < facesPerPhoto
                && Draw(left.Where(faces => faces.Count >= frames && !company.Contains(faces)).ToList(), random) is { } next)
                company.Add(next);
            for (var frame = 0; frame < frames; frame++)
                yield return [.. company.Select(faces => faces.Dequeue())];
            i += frames - 1;
        }
    }

    /// <summary>Who is photographed more is drawn more often.</summary>
    private static Queue<int>? Draw(List<Queue<int>> left, Random random)
    {
        var at = random.Next(Math.Max(1, left.Sum(faces => faces.Count)));
        return left.Find(faces => (at -= faces.Count) < 0);
    }

    private static bool IsInSeries(int i) => i / FramesPerSeries % SeriesEvery == 0;

    private static Photo PhotoOf(int i, int photos, Random random)
    {
        var inSeries = IsInSeries(i);
        return new Photo
        {
            WeddingId = WeddingId, Path = $"{i:00000}.jpg", State = PhotoState.Ready, ContentHash = $"{i:x64}",
            WidthPx = 6000, HeightPx = 4000,
            TakenAt = new DateTime(2026, 6, 20, 10, 0, 0, DateTimeKind.Utc)
                .AddSeconds(inSeries ? 10 * (i - (i % FramesPerSeries)) + (i % FramesPerSeries) : 10 * i),
            MomentId = 1 + (i * Moments / photos), SeriesId = inSeries ? 1 + i - (i % FramesPerSeries) : null,
            PerceptualHash = random.NextInt64(),
            Measures = new PhotoMeasures { Sharpness = 300, MeanLuma = .3 + (.3 * random.NextDouble()), Contrast = .2, Noise = 2 },
        };
    }

    private static Face FaceOf(int i, int place, Photo photo, float[] embedding, Random random)
    {
        var (x, y) = (400 + (1300 * place), 800 + random.Next(800));
        return new Face
        {
            WeddingId = WeddingId, Photo = photo, Key = $"{i:x16}", Box = new FaceBox(x, y, x + 400, y + 500), Confidence = 1,
            Quality = .2 + (.8 * random.NextDouble()),
            Points = [x + 120, y + 200, x + 280, y + 200, x + 200, y + 300, x + 130, y + 400, x + 270, y + 400], Embedding = embedding,
            Pack = MadeStudio.Pack, Expression = [.5f, (float)random.NextDouble(), 0, 0, 0, 0, 0],
            Measures = new FaceMeasures { Sharpness = 50 + random.Next(500), Luma = .3 + (.4 * random.NextDouble()),
                YawDegrees = random.Next(-40, 40), PitchDegrees = random.Next(-15, 15) },
        };
    }
}
