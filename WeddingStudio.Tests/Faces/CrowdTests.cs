using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Faces;

/// <summary>A made photo of 24 megapixels with 200 faces.</summary>
public sealed class CrowdTests(FaceModels models) : IClassFixture<FaceModels>, IDisposable
{
    private const int People = 200;
    private const long MostBytes = 400L * 1024 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-crowd-");

    [Fact]
    public async Task A_photo_of_200_people_takes_no_more_than_400_MiB_over_a_run_without_photos()
    {
        JpegWriter.Save(Crowd(), Path.Combine(Directory.CreateDirectory(In("crowd")).FullName, "crowd.jpg"), 95);
        Directory.CreateDirectory(In("nothing"));

        var (nothing, crowd) = (await PeakAsync("nothing"), await PeakAsync("crowd"));

        var faces = File.ReadLines(Path.Combine(In("crowd-results"), "faces.jsonl")).Count();
        Assert.InRange(faces, .95 * People, People);
        Assert.True(crowd - nothing <= MostBytes, $"{nothing / 1048576} MiB without photos, {crowd / 1048576} MiB with {faces} faces");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private Raster Crowd()
    {
        var portraits = Directory.EnumerateFiles(SharedFiles.Require("data/lfw/images"), "*_0001.jpg", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Take(400).ToList();
        var detector = Detectors.Open(models.Models.Detector, models.Sessions, new());
        return new CrowdScenes(portraits, portrait => detector.Detect(portrait).FirstOrDefault()?.Box, seed: 3).Crowd(People).Photo;
    }

    private async Task<long> PeakAsync(string photos)
    {
        using var studio = StudioProcess.Start(
            ["analyze", In(photos), "--out", In($"{photos}-results"), "--models", Path.Combine(Checkout.Root, "models", "studio-1")]);
        var peak = await studio.PeakMemoryAsync(Ct);
        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);
        return peak;
    }
}
