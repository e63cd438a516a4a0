using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Visits;

/// <summary>A studio with six real photos, to be visited by the real stage.</summary>
internal static class SixPhotos
{
    public static readonly string[] Names = ["couple", "happy", "neutral", "img2", "img20", "img21"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestStudio> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var models = SharedFiles.Require("models");
        var studio = await TestStudio.OpenAsync([("Studio:ModelsDirectory", models), ("Studio:Faces:LongSidePx", "320"), .. settings]);
        foreach (var name in Names)
            File.Copy(SharedFiles.Require($"golden/faces/{name}.jpg"), Path.Combine(studio.Folder, "photos", name + ".jpg"));
        return studio;
    }

    public static Task FindPhotosAsync(TestStudio studio) => studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Collected(), Stop);

    public static async Task<List<Checkpoint>> VisitAsync(TestStudio studio, IProgress<StageProgress>? progress = null)
    {
        List<Checkpoint> checkpoints = [];
        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, progress ?? new Collected(), Stop))
            checkpoints.Add(checkpoint);
        return checkpoints;
    }

    public static Task<List<Photo>> PhotosAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Photos.OrderBy(p => p.Path).ToListAsync(Stop), Stop);

    public static Task<List<Face>> FacesAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Faces.Include(f => f.Photo).OrderBy(f => f.Photo!.Path).ThenBy(f => f.Key).ToListAsync(Stop), Stop);

    /// <summary>All that was found, without the row ids that depend on the order of the visits.</summary>
    public static async Task<IReadOnlyList<string>> EverythingAsync(TestStudio studio) =>
    [
        .. (await PhotosAsync(studio))
            .Select(p => $"{p.Path} {p.State} {p.WidthPx}x{p.HeightPx} {p.PerceptualHash} {p.Measures} {p.Pack} {p.TakenAt}"),
        .. (await FacesAsync(studio)).Select(f => $"{f.Photo!.Path} {f.Key} {f.Box} {f.Confidence} {f.Quality} {f.Pack} {f.Measures} "
            + string.Join(',', f.Points.Concat(f.Embedding).Concat(f.Landmarks).Concat(f.Expression))),
    ];

    public sealed class Collected : IProgress<StageProgress>
    {
        public StageProgress? Last { get; private set; }

        public void Report(StageProgress value) => Last = value;
    }
}
