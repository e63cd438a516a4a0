using System.Text.Json;

namespace WeddingStudio.Tests.Commands;

/// <summary>`analyze` from outside, on folders as users have them.</summary>
public sealed class AnalyzeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-analyze-");

    private string Photos => Path.Combine(_folder.FullName, "photos");
    private string Results => Path.Combine(_folder.FullName, "results");

    [Fact]
    public async Task Every_kind_of_broken_file_is_named_and_the_rest_goes_on()
    {
        var good = File.ReadAllBytes(SharedFiles.Require("data/friends/photos/all (1).jpg"));
        var longName = new string('x', 240) + ".jpg";
        Write("good.jpg", good);
        Write("sub folder/wrong-extension.png", [.. good, 0]);
        Write("Zoë & Björn 結婚式 💍.jpg", [.. good, 1]);
        Write(longName, [.. good, 2]);
        Write("same again.jpg", good);
        Write("not-an-image.jpg", "This is a letter."u8);
        Write("truncated.jpg", good.AsSpan(0, good.Length / 2));
        Write("empty.jpg", []);
        Write("bomb.png", PngHeader(20_000, 20_000));
        Write("film.mp4", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"u8);
        Write("notes.txt", "Flowers at nine."u8);

        using var studio = StudioProcess.Analyze(Photos, Results);
        var code = await studio.ExitCodeAsync(TestContext.Current.CancellationToken);

        Assert.True(code == 1, $"exit code {code}: {studio.Output}");
        Assert.Equal(["bomb.png", "empty.jpg", "not-an-image.jpg", "truncated.jpg"], Problems().Keys.Order(StringComparer.Ordinal));
        Assert.All(Problems(), problem => Assert.Contains($"'{problem.Key}' {problem.Value}", studio.Output));
        Assert.Equal(["Zoë & Björn 結婚式 💍.jpg", "good.jpg", "sub folder/wrong-extension.png", longName], PhotosWithFaces());
        Assert.Contains("Set aside: 1 video and 1 file of other kinds.", studio.Output);
    }

    [Fact]
    public async Task A_single_photo_without_a_face_is_a_wedding_of_nobody()
    {
        Write("only.jpg", File.ReadAllBytes(SharedFiles.Require("data/robustness/exif_orientation_1to8/Landscape_1.jpg")));

        using var studio = StudioProcess.Analyze(Photos, Results);

        Assert.Equal(0, await studio.ExitCodeAsync(TestContext.Current.CancellationToken));
        using var wedding = JsonDocument.Parse(File.ReadAllText(Path.Combine(Results, "wedding.json")));
        Assert.Equal(1, wedding.RootElement.GetProperty("total_photos").GetInt32());
        Assert.Equal(0, wedding.RootElement.GetProperty("unique_identities").GetInt32());
        Assert.Empty(File.ReadAllText(Path.Combine(Results, "faces.jsonl")));
    }

    [Fact]
    public async Task Lists_with_a_broken_line_are_told_and_used_and_a_second_run_changes_nothing()
    {
        Write("good.jpg", File.ReadAllBytes(SharedFiles.Require("data/friends/photos/all (1).jpg")));
        var guests = Text("guests.csv", "name,role\nAnna,bride\n,friend\n");
        var timeline = Text("timeline.csv", "time,name\nsoon,Ceremony\n2026-06-20T14:30,Dinner\n");
        var tags = Text("tags.json", """
            {"faces": {"good.jpg": [{"box": [682.6,126.4,829.1,344.6], "name": "Anna", "role": "bride"},
             {"box": [0,0,9,9], "name": "Nobody"}]}}
            """);
        string[] more = ["--guests", guests, "--timeline", timeline, "--tags", tags, "--time-zone", "Europe/Rome", "--wedding-id",
            "anna-and-bob", "--best", "1"];

        using var first = StudioProcess.Analyze(Photos, Results, more);
        Assert.True(await first.ExitCodeAsync(TestContext.Current.CancellationToken) == 0, first.Output);
        var before = Snapshot();
        using var second = StudioProcess.Analyze(Photos, Results, more);
        Assert.True(await second.ExitCodeAsync(TestContext.Current.CancellationToken) == 0, second.Output);

        Assert.Contains("guests.csv: line 3", first.Output);
        Assert.Contains("timeline.csv: line 2", first.Output);
        Assert.Contains("'Nobody'", first.Output);
        using var wedding = JsonDocument.Parse(File.ReadAllText(Path.Combine(Results, "wedding.json")));
        Assert.Equal("anna-and-bob", wedding.RootElement.GetProperty("wedding_id").GetString());
        var bride = Assert.Single(wedding.RootElement.GetProperty("identities").EnumerateArray(),
            p => p.GetProperty("name").GetString() == "Anna");
        Assert.Equal("bride", bride.GetProperty("role").GetString());
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Results_inside_the_photo_folder_are_not_read_as_photos()
    {
        Write("good.jpg", File.ReadAllBytes(SharedFiles.Require("data/friends/photos/all (1).jpg")));
        var inside = Path.Combine(Photos, "results");

        for (var run = 0; run < 2; run++)
        {
            using var studio = StudioProcess.Analyze(Photos, inside);
            Assert.True(await studio.ExitCodeAsync(TestContext.Current.CancellationToken) == 0, studio.Output);
        }

        using var wedding = JsonDocument.Parse(File.ReadAllText(Path.Combine(inside, "wedding.json")));
        Assert.Equal(1, wedding.RootElement.GetProperty("total_photos").GetInt32());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(Photos, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private string Text(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Dictionary<string, string> Problems() => Lines("problems.jsonl")
        .ToDictionary(line => line.GetProperty("photo_id").GetString()!, line => line.GetProperty("reason").GetString()!);

    private IEnumerable<string> PhotosWithFaces() =>
        Lines("faces.jsonl").Select(line => line.GetProperty("photo_id").GetString()!).Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Path.Combine(Results, file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    /// <summary>Names and contents of all results; of wedding.json without its date.</summary>
    private IEnumerable<string> Snapshot() => [.. Directory.EnumerateFiles(Results, "*", SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(Results, f).StartsWith(".studio"))
        .Order(StringComparer.Ordinal)
        .Select(f => f + Convert.ToBase64String(File.ReadAllBytes(f)))
        .Select(text => text.Contains("wedding.json") ? string.Join('\n', File.ReadLines(Path.Combine(Results, "wedding.json"))
            .Where(l => !l.Contains("processed_date"))) : text)];

    /// <summary>A well-formed PNG header that promises more than any decoder should swallow.</summary>
    private static byte[] PngHeader(int widthPx, int heightPx)
    {
        byte[] chunk = [.. "IHDR"u8, .. BigEndian((uint)widthPx), .. BigEndian((uint)heightPx), 8, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. BigEndian(13), .. chunk, .. BigEndian(Crc32(chunk)), .. BigEndian(0), .. "IDAT"u8,
            .. BigEndian(0x35AF061E)];
    }

    private static byte[] BigEndian(uint value) => [.. BitConverter.GetBytes(value).Reverse()];

    private static uint Crc32(byte[] bytes) => ~bytes.Aggregate(~0u, (crc, next) =>
        Enumerable.Range(0, 8).Aggregate(crc ^ next, (c, _) => (c & 1) == 1 ? (c >> 1) ^ 0xEDB88320 : c >> 1));
}
