using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Tests.Commands;

/// <summary>`analyze` on whole albums: are the people right, and does nothing bring it down?</summary>
public sealed class AlbumTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-album-");

    private string Results => Path.Combine(_folder.FullName, "results");

    [Fact]
    public async Task Six_friends_over_many_years_become_six_people()
    {
        using var list = File.OpenText(SharedFiles.Require("data/friends/faces.csv"));
        var labels = LabelledFace.Read(list);

        using var studio = StudioProcess.Analyze(SharedFiles.Require("data/friends"), Results);
        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);

        var score = Compare(labels, Faces());
        Assert.True(score is { F: >= .97, Precision: >= .99 }, string.Create(CultureInfo.InvariantCulture,
            $"B-cubed F {score.F:0.0000}, precision {score.Precision:0.0000}, recall {score.Recall:0.0000}"));
    }

    [Fact]
    public async Task Of_821_odd_broken_and_hostile_files_each_is_a_photo_or_a_named_problem()
    {
        const long MostBytes = 1536L * 1024 * 1024;
        var album = SharedFiles.Require("data/robustness");

        using var studio = StudioProcess.Analyze(album, Results);
        var peak = await studio.PeakMemoryAsync(Ct);
        var code = await studio.ExitCodeAsync(Ct);

        Assert.True(code == 1, $"exit code {code}: {studio.Output}");
        Assert.InRange(peak, 1, MostBytes);
        var photos = await PhotosAsync();
        var files = Directory.EnumerateFiles(album, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(album, f).Replace('\\', '/'));
        Assert.Equal(files.Except(["SOURCE.txt", "manifest.csv"]).Order(StringComparer.Ordinal), photos.Keys.Order(StringComparer.Ordinal));
        Assert.All(photos.Values, photo => Assert.True(photo.State is PhotoState.Ready or PhotoState.Duplicate
            || photo is { State: PhotoState.Problem, Problem: not null },
            $"{photo.Path} is {photo.State}"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ILookup<string, (FaceBox Box, int Person)> Faces() => File.ReadLines(Path.Combine(Results, "faces.jsonl"))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .Select(face => (Photo: face.GetProperty("photo_id").GetString()!, Box: BoxOf(face.GetProperty("box")),
            Person: face.GetProperty("cluster_id").GetInt32()))
        .ToLookup(face => face.Photo, face => (face.Box, face.Person));

    private static FaceBox BoxOf(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());

    private static BCubed Compare(IReadOnlyList<LabelledFace> labels, ILookup<string, (FaceBox Box, int Person)> faces)
    {
        var judged = labels.GroupBy(l => l.File).SelectMany(photo =>
        {
            var (own, found) = (photo.ToList(), faces[photo.Key].ToList());
            var match = LabelledFace.Match(own, found.ConvertAll(f => f.Box), 0, 0);
            return own.Select((label, i) => (label, Person: match[i] < 0 ? -1 : found[match[i]].Person));
        }).Where(face => face.label.Counts).ToList();
        return BCubed.Of(judged.ConvertAll(f => f.Person), judged.ConvertAll(f => f.label.Identity));
    }

    private async Task<Dictionary<string, Photo>> PhotosAsync()
    {
        var paths = new StudioPaths(Path.Combine(Results, ".studio"));
        await using var db = new StudioDb(new DbContextOptionsBuilder<StudioDb>()
            .UseSqlite($"Data Source={paths.Database};Pooling=False").Options);
        return await db.Photos.ToDictionaryAsync(p => p.Path, Ct);
    }
}
