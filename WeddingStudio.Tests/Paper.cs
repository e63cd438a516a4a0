using System.Security.Cryptography;
using System.Text;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests;

/// <summary>Photos, faces and people on paper: rows as the early stages leave them, without any picture.</summary>
internal static class Paper
{
    public static readonly DateTime Noon = new(2026, 6, 20, 10, 0, 0, DateTimeKind.Utc);

    public static Photo Photo(string path, DateTime? at = null, long hash = 0, int? cameraId = null) => new()
    {
        WeddingId = TestWedding.Id,
        Path = path,
        State = PhotoState.Ready,
        ContentHash = Hex(path),
        WidthPx = 3000,
        HeightPx = 2000,
        TakenAt = at,
        PerceptualHash = hash,
        CameraId = cameraId,
        Measures = new PhotoMeasures { Sharpness = 300, MeanLuma = .45, Contrast = .2, ClippedHighlights = .01, Noise = 2 },
    };

    /// <summary>A good face of 400 px looking at the camera with open eyes, neither smiling nor sad.</summary>
    public static Face Face(Photo photo, int? personId, double x = 800, double y = 500) => new()
    {
        WeddingId = TestWedding.Id,
        Photo = photo,
        Key = Hex(FormattableString.Invariant($"{photo.Path}|{x}|{y}"))[..16],
        Box = new FaceBox(x, y, x + 300, y + 400),
        Points = [.. new double[] { x + 90, y + 150, x + 210, y + 150, x + 150, y + 230, x + 100, y + 310, x + 200, y + 310 }
            .Select(v => (float)v)],
        Confidence = .99,
        Quality = .6,
        Embedding = Direction(personId ?? 0),
        Pack = "paper",
        Landmarks = Landmarks(x, y),
        Expression = [.9f, .1f, 0, 0, 0, 0, 0],
        Measures = new FaceMeasures { Sharpness = 300, Luma = .5, Clipped = .01, EyeAspectLeft = .3, EyeAspectRight = .3, YawDegrees = 2,
            PitchDegrees = 3, RollDegrees = 1 },
        PersonId = personId,
    };

    public static Person Person(int id, string? name = null, string? role = null) =>
        new() { WeddingId = TestWedding.Id, Id = id, Name = name, Role = role };

    /// <summary>
    /// [196] with the two eye outlines and pupils in place; <paramref name="pupilShift"/> in
    /// half eye widths, positive to the image's right.
    /// </summary>
    public static float[] Landmarks(double x, double y, double pupilShift = 0)
    {
        var points = new float[196];
        Eye(60, 96, x + 90);
        Eye(68, 97, x + 210);
        return points;

        void Eye(int outline, int pupil, double centreX)
        {
            for (var i = 0; i < 8; i++)
                Set(outline + i, centreX - 30 * Math.Cos(i * Math.PI / 4), y + 150 - 10 * Math.Sin(i * Math.PI / 4));
            Set(pupil, centreX + 30 * pupilShift, y + 150);
        }

        void Set(int point, double px, double py) => (points[2 * point], points[2 * point + 1]) = ((float)px, (float)py);
    }

    /// <summary>[8] unit length; different seeds point to quite different directions.</summary>
    public static float[] Direction(int seed)
    {
        var random = new Random(seed);
        float[] vector = [.. Enumerable.Range(0, 8).Select(_ => (float)(random.NextDouble() - .5))];
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / length)];
    }

    public static Task AddAsync(this TestStudio studio, params object[] rows) => studio.Store.WriteAsync(async db =>
    {
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }, CancellationToken.None);

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>For stages that are run for what they leave in the database.</summary>
internal sealed class NoProgress : IProgress<StageProgress>
{
    public static readonly NoProgress Instance = new();

    public void Report(StageProgress value)
    {
    }
}
