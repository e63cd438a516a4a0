using System.Security.Cryptography;
using WeddingStudio.Drawn;
using WeddingStudio.Drawn.Portraits;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Drawn;

/// <summary>The files that a drawing leaves.</summary>
public sealed class DrawingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-drawn-");

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        await DrawAsync("a", seed: 7);
        await DrawAsync("b", seed: 7);
        await DrawAsync("c", seed: 8);

        Assert.Equal(Sums("a"), Sums("b"));
        Assert.NotEqual(Sums("a"), Sums("c"));
    }

    [Fact]
    public async Task Photos_say_when_and_with_what_they_were_taken_by_their_cameras_clock()
    {
        var truth = await DrawAsync("a", seed: 7);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DrawnWedding.TimeZone);

        Assert.Equal(12, truth.Photos.Count);
        foreach (var photo in truth.Photos)
        {
            var exif = ExifReader.Read(Path.Combine(_folder.FullName, "a", "photos", photo.PhotoId), zone);
            var ahead = truth.Cameras.Single(c => c.Name == photo.Camera).OffsetSeconds;
            Assert.NotNull(exif.TakenAt);
            Assert.InRange((exif.TakenAt.Value - photo.TrueTime).TotalSeconds - ahead, -.011, .011);
            Assert.EndsWith(photo.Camera, exif.Camera!.Value.Model, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Boxes_of_the_truth_lie_in_their_photos()
    {
        var truth = await DrawAsync("a", seed: 7);

        foreach (var photo in truth.Photos)
        {
            var read = PhotoReader.Header(Path.Combine(_folder.FullName, "a", "photos", photo.PhotoId));
            Assert.All(photo.Faces, f => Assert.True(f.Box is [> -5, > -5, var x2, var y2] && x2 < read.WidthPx + 5
                && y2 < read.HeightPx + 5, $"{photo.PhotoId} {string.Join(' ', f.Box)}"));
        }
    }

    [Fact]
    public void Every_drawn_person_survives_their_table()
    {
        var cast = Cast.Read();

        Assert.True(cast.Count >= 48);
        Assert.Equal(cast.Count, cast.Select(m => m.Name).Distinct().Count());
        Assert.All(cast, m => Assert.Equal(Looks.TraitCount, m.Looks.Traits.Count));
        Assert.Equal(Cast.Write(cast), Cast.Write(Cast.Parse(Cast.Write(cast))));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<Truth> DrawAsync(string name, int seed)
    {
        var path = Path.Combine(_folder.FullName, name);
        await DrawnWedding.DrawAsync(new DrawnOptions { Photos = 12, Megapixels = .5, Seed = seed }, path, new Progress<DrawnProgress>(),
            TestContext.Current.CancellationToken);
        return TruthFile.Read(Path.Combine(path, TruthFile.FileName));
    }

    private List<string> Sums(string name) =>
        [.. Directory.EnumerateFiles(Path.Combine(_folder.FullName, name), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetFileName(f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];
}
