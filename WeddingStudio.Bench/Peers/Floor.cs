using System.Diagnostics;
using NetVips;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Peers;

/// <summary>
/// What no program can do without: each photo decoded by libjpeg-turbo at the scale the detector needs, the detector once per photo, and
/// the models of faces at their best batch. Nothing is copied, measured, stored or decided. Processor seconds of one thread.
/// </summary>
internal sealed class Floor(SessionFactory sessions, ModelSet models)
{
    private const int LongSidePx = 1280, Batch = 32, Warm = 2, Repeats = 5;

    /// <param name="photos">JPEG files.</param>
    /// <param name="facesPerPhoto">How many faces the models of faces see for each.</param>
    public double CpuSecondsPerPhoto(IReadOnlyList<string> photos, double facesPerPhoto)
    {
        var (decode, detect) = (0.0, 0.0);
        var detector = sessions.Open(models.Detector);
        foreach (var path in photos)
        {
            var (widthPx, heightPx) = (0, 0);
            decode += CpuSeconds(() => (widthPx, heightPx) = Decode(path));
            var scale = Math.Min(1, (double)LongSidePx / Math.Max(widthPx, heightPx));
            detect += PerCall(detector, 1, (int)Math.Round(widthPx * scale), (int)Math.Round(heightPx * scale),
                models.Detector.Entry.Input.MultipleOf, repeats: 1);
        }

        var ofFaces = new[] { models.Embedder, models.Landmarks, models.Expression }.OfType<ChosenModel>().Sum(model =>
            PerCall(sessions.Open(model), Batch, model.Entry.Input.Width, model.Entry.Input.Height, 1, Repeats) / Batch
            * (model == models.Embedder && model.Entry.FlipAveraged ? 2 : 1));
        return (decode + detect) / photos.Count + facesPerPhoto * ofFaces;
    }

    private static (int WidthPx, int HeightPx) Decode(string path)
    {
        using var header = Image.Jpegload(path, access: Enums.Access.Sequential);
        var shrink = new[] { 8, 4, 2, 1 }.First(by => by == 1 || Math.Max(header.Width, header.Height) / by >= LongSidePx);
        using var image = Image.Jpegload(path, shrink: shrink, access: Enums.Access.Sequential);
        image.WriteToMemory<byte>();
        return (image.Width, image.Height);
    }

    private static double PerCall(ModelSession session, int batch, int widthPx, int heightPx, int multipleOf, int repeats)
    {
        var (width, height) = (RoundUp(widthPx, multipleOf), RoundUp(heightPx, multipleOf));
        var tensor = new float[batch * 3 * width * height];
        if (repeats > 1)
        {
            for (var i = 0; i < Warm; i++)
                session.Run(tensor, batch, 3, height, width).Dispose();
        }

        return CpuSeconds(() =>
        {
            for (var i = 0; i < repeats; i++)
                session.Run(tensor, batch, 3, height, width).Dispose();
        }) / repeats;
    }

    private static int RoundUp(int value, int multipleOf) => multipleOf <= 1 ? value : (value + multipleOf - 1) / multipleOf * multipleOf;

    private static double CpuSeconds(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
