using System.Text.Json;
using WeddingStudio.Tests.Photos;
using WeddingStudio.Tests.Photos.Import;

namespace WeddingStudio.Tests.Commands;

/// <summary>`analyze` again and again on a folder whose photos go, come back and move.</summary>
public sealed class PhotosComeAndGoTests : IDisposable
{
    private const int Photos = 8, MostBest = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("weddingstudio-come-and-go-").FullName;

    private string Folder => Path.Combine(_folder, "photos");
    private string Away => Path.Combine(_folder, "away");
    private string Results => Path.Combine(_folder, "results");

    [Fact]
    public async Task A_photo_that_went_is_named_others_move_up_and_it_comes_back_with_all_that_was_said()
    {
        CopyPhotos();
        await AnalyzeAsync(0);
        var photo = Best()[0];
        var face = Lines("faces.jsonl").First(f => f.GetProperty("photo_id").GetString() == photo
            && f.GetProperty("cluster_id").GetInt32() == Favourite().GetProperty("cluster_id").GetInt32());
        var tag = new { box = face.GetProperty("box"), name = "Anna", role = "bride" };
        File.WriteAllText(Path.Combine(_folder, "tags.json"),
            JsonSerializer.Serialize(new { faces = new Dictionary<string, object[]> { [photo] = [tag] } }));
        await AnalyzeAsync(0, "--tags", Path.Combine(_folder, "tags.json"));
        var named = Snapshot();
        Assert.Contains("\"Anna\"", named);

        File.Move(Path.Combine(Folder, photo), Path.Combine(_folder, "kept.jpg"));
        var gone = await AnalyzeAsync(1);

        Assert.Contains($"'{photo}' is no longer there.", gone);
        Assert.Contains("No longer there: 1 photo, listed in", gone);
        Assert.DoesNotContain("Could not be read", gone);
        Assert.Equal([photo], Lines("problems.jsonl").Select(line => line.GetProperty("photo_id").GetString()!));
        Assert.DoesNotContain(photo, Snapshot());
        Assert.Equal(Photos - 1, Wedding().GetProperty("total_photos").GetInt32());
        var anna = Wedding().GetProperty("identities").EnumerateArray().Single(person => person.GetProperty("name").GetString() == "Anna");
        Assert.Equal(Math.Min(MostBest, anna.GetProperty("photo_count").GetInt32()), anna.GetProperty("best_photos").GetArrayLength());

        File.Move(Path.Combine(_folder, "kept.jpg"), Path.Combine(Folder, photo));
        await AnalyzeAsync(0);
        Assert.Equal(named, Snapshot());
        Assert.Empty(Lines("problems.jsonl"));
    }

    [Fact]
    public async Task An_emptied_folder_is_told_and_a_moved_one_is_found_again_without_reading_anything_twice()
    {
        CopyPhotos();
        await AnalyzeAsync(0);
        var before = Snapshot();
        Directory.Move(Folder, Away);
        Directory.CreateDirectory(Folder);

        Assert.Contains($"The photo folder '{Folder}' holds no photos any more; {Photos} were in it. Connect its drive",
            await AnalyzeAsync(2));
        Assert.Equal(before, Snapshot());

        // The place of the old drive is still there, and empty.
        Directory.Delete(Path.Combine(Results, ".studio", "weddings", "photos", "previews"), recursive: true);
        using (var moved = StudioProcess.Analyze(Away, Results))
            Assert.True(await moved.ExitCodeAsync(Ct) == 0, moved.Output);
        Assert.Equal(before, Snapshot());
        Assert.False(Directory.Exists(Path.Combine(Results, ".studio", "weddings", "photos", "previews")));
    }

    [Fact]
    public async Task Another_folder_is_another_wedding_as_long_as_the_first_is_there()
    {
        CopyPhotos();
        await AnalyzeAsync(0);
        var before = Snapshot();
        Directory.CreateDirectory(Away);
        File.Copy(SharedFiles.Require("golden/faces/happy.jpg"), Path.Combine(Away, "happy.jpg"));

        using var other = StudioProcess.Analyze(Away, Results);
        Assert.Equal(2, await other.ExitCodeAsync(Ct));
        Assert.Contains($"holds the results of '{Folder}', which is still there", other.Output);

        foreach (var file in Directory.EnumerateFiles(Folder))
            File.Copy(file, Path.Combine(Away, Path.GetFileName(file)));
        File.Delete(Path.Combine(Away, "happy.jpg"));
        using var copy = StudioProcess.Analyze(Away, Results);
        Assert.True(await copy.ExitCodeAsync(Ct) == 0, copy.Output);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Most_photos_missing_at_once_change_nothing_unless_that_is_meant()
    {
        foreach (var path in FolderOnDisk.Numbered(25))
            TestPhotos.SaveJpeg(Path.Combine(Folder, path), seed: 1, widthPx: 60 + 10 * (path[1] - '0') + path[2] - '0');
        await AnalyzeAsync(0);
        var before = Snapshot();
        foreach (var path in FolderOnDisk.Numbered(25).Take(20))
            File.Delete(Path.Combine(Folder, path));

        var told = await AnalyzeAsync(2);
        Assert.Contains($"20 of 25 photos are no longer in the photo folder '{Folder}', for example '001.jpg'.", told);
        Assert.Contains("run the same command with --without-missing", told);
        Assert.Equal(before, Snapshot());

        Assert.Contains("No longer there: 20 photos", await AnalyzeAsync(1, "--without-missing"));
        Assert.Equal(5, Wedding().GetProperty("total_photos").GetInt32());
        await AnalyzeAsync(1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private void CopyPhotos()
    {
        Directory.CreateDirectory(Folder);
        foreach (var photo in Directory.EnumerateFiles(SharedFiles.Require("data/friends"), "*.jpg", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Take(Photos))
            File.Copy(photo, Path.Combine(Folder, Path.GetFileName(photo)));
    }

    private async Task<string> AnalyzeAsync(int expected, params string[] more)
    {
        using var studio = StudioProcess.Analyze(Folder, Results, more);
        var code = await studio.ExitCodeAsync(Ct);
        Assert.True(code == expected, $"exit code {code}: {studio.Output}");
        return studio.Output;
    }

    private JsonElement Wedding() => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Results, "wedding.json")));

    /// <summary>Whoever has most best photos.</summary>
    private JsonElement Favourite() =>
        Wedding().GetProperty("identities").EnumerateArray().MaxBy(person => person.GetProperty("best_photos").GetArrayLength());

    private List<string> Best() =>
        [.. Favourite().GetProperty("best_photos").EnumerateArray().Select(photo => photo.GetProperty("photo_id").GetString()!)];

    private IEnumerable<JsonElement> Lines(string file) =>
        [.. File.ReadLines(Path.Combine(Results, file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>What is said of people and faces, but for the date.</summary>
    private string Snapshot() =>
        string.Join('\n', File.ReadLines(Path.Combine(Results, "wedding.json")).Where(line => !line.Contains("processed_date"))
            .Concat(File.ReadLines(Path.Combine(Results, "faces.jsonl"))));
}
