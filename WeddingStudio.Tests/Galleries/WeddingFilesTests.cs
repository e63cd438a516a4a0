using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NJsonSchema;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Results;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Galleries;

public sealed class WeddingFilesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Anaïs (1) and a stranger (2) in two photos, a face that is none, a broken photo and a duplicate.</summary>
    private static async Task<TestStudio> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        var (later, earlier, broken, twin) = (Paper.Photo("b/é \"1\".jpg", Paper.Noon.AddSeconds(.25)), Paper.Photo("B.jpg"),
            Paper.Photo("x.jpg"), Paper.Photo("y.jpg"));
        (broken.State, broken.Problem) = (PhotoState.Problem, new(PhotoProblemKind.Other, "is cut off: its end is missing."));
        twin.State = PhotoState.Duplicate;
        Face[] faces = [Paper.Face(later, 1, x: 900), Paper.Face(later, 2, x: 100.123456), Paper.Face(earlier, 1),
            Paper.Face(earlier, null, x: 2000)];
        await studio.AddAsync([Paper.Person(1, "Anaïs", "bride"), Paper.Person(2),
            new Person { WeddingId = TestWedding.Id, Id = 3, RedirectToId = 1 }, broken, twin, .. faces]);
        await studio.Store.WriteAsync(
            db => db.People.Where(p => p.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.CoverFaceId, faces[2].Id), Ct), Ct);
        foreach (var face in faces)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(studio.Paths.FaceCrop(TestWedding.Id, face.Key))!);
            await File.WriteAllTextAsync(studio.Paths.FaceCrop(TestWedding.Id, face.Key),
                face.Photo!.Path + face.Box.X1.ToString(CultureInfo.InvariantCulture), Ct);
        }

        await studio.Get<MomentsStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return studio;
    }

    private static async Task<string> WriteAsync(TestStudio studio, string name = "results")
    {
        var folder = Path.Combine(studio.Folder, name);
        await studio.Get<WeddingFiles>().WriteAsync(TestWedding.Id, folder, Ct);
        return folder;
    }

    [Fact]
    public async Task Wedding_json_is_what_the_schema_says_and_every_score_is_its_weighted_sum()
    {
        await using var studio = await OpenAsync();
        var json = await File.ReadAllTextAsync(Path.Combine(await WriteAsync(studio), "wedding.json"), Ct);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Galleries", "wedding.schema.json"), Ct);

        Assert.Empty(schema.Validate(json));
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal((2, 4, 2), (root.GetProperty("total_photos").GetInt32(), root.GetProperty("total_faces_detected").GetInt32(),
            root.GetProperty("unique_identities").GetInt32()));
        var photos = root.GetProperty("identities").EnumerateArray()
            .SelectMany(i => i.GetProperty("best_photos").EnumerateArray()).ToArray();
        Assert.Equal(3, photos.Length);
        Assert.All(photos, photo =>
        {
            double Part(string name) => photo.GetProperty("scores").GetProperty(name).GetDouble();
            var sum = .25 * Part("technical") + .20 * Part("composition") + .35 * Part("expression") + .20 * Part("context");
            Assert.Equal(sum, photo.GetProperty("score").GetDouble(), 1e-4);
        });
        Assert.Equal("Anaïs", root.GetProperty("identities")[0].GetProperty("name").GetString());
        Assert.Equal(["2026-06-20T10:00:00.25Z", null], photos.Take(2).Select(p => p.GetProperty("timestamp").GetString())
            .OrderDescending());
    }

    [Fact]
    public async Task Every_person_has_a_thumbnail_of_their_face()
    {
        await using var studio = await OpenAsync();
        var folder = await WriteAsync(studio);

        Assert.Equal("B.jpg800", await File.ReadAllTextAsync(Path.Combine(folder, "clusters", "1", "thumbnail.jpg"), Ct));
        Assert.Equal("b/é \"1\".jpg100.123456", await File.ReadAllTextAsync(Path.Combine(folder, "clusters", "2", "thumbnail.jpg"), Ct));
    }

    [Fact]
    public async Task A_thumbnail_whose_crop_is_gone_is_cut_from_the_photo_anew()
    {
        await using var studio = await OpenAsync();
        Directory.Delete(Path.Combine(studio.Paths.Wedding(TestWedding.Id), "faces"), recursive: true);
        var jpeg = JpegPictures.Plain(3000, 2000);
        await File.WriteAllBytesAsync(Path.Combine(studio.Folder, "photos", "B.jpg"), jpeg, Ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(jpeg));
        await studio.Store.WriteAsync(
            db => db.Photos.Where(p => p.Path == "B.jpg").ExecuteUpdateAsync(set => set.SetProperty(p => p.ContentHash, hash), Ct), Ct);

        var folder = await WriteAsync(studio);

        using var thumbnail = NetVips.Image.NewFromFile(Path.Combine(folder, "clusters", "1", "thumbnail.jpg"));
        Assert.Equal(thumbnail.Width, thumbnail.Height);
        Assert.False(Directory.Exists(Path.Combine(folder, "clusters", "2"))); // its only photo is gone
    }

    [Fact]
    public async Task Faces_come_by_photo_then_box_with_four_decimals_and_problems_are_named()
    {
        await using var studio = await OpenAsync();
        var folder = await WriteAsync(studio);

        var faces = (await File.ReadAllLinesAsync(Path.Combine(folder, "faces.jsonl"), Ct))
            .Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([("B.jpg", 1), ("B.jpg", -1), ("b/é \"1\".jpg", 2), ("b/é \"1\".jpg", 1)],
            faces.Select(f => (f.GetProperty("photo_id").GetString()!, f.GetProperty("cluster_id").GetInt32())));
        Assert.Equal(100.1235, faces[2].GetProperty("box")[0].GetDouble());
        Assert.Equal(JsonValueKind.Null, faces[1].GetProperty("scores").ValueKind);
        Assert.Equal(5, faces[0].GetProperty("landmarks").GetArrayLength());
        Assert.Equal("{\"photo_id\":\"x.jpg\",\"reason\":\"is cut off: its end is missing.\"}\n",
            await File.ReadAllTextAsync(Path.Combine(folder, "problems.jsonl"), Ct));
    }

    [Fact]
    public async Task The_computer_s_language_changes_no_byte()
    {
        await using var studio = await OpenAsync();
        var first = await File.ReadAllBytesAsync(Path.Combine(await WriteAsync(studio), "faces.jsonl"), Ct);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(await WriteAsync(studio, "again"), "faces.jsonl"), Ct));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task A_second_writing_leaves_no_trace_of_people_who_are_gone()
    {
        await using var studio = await OpenAsync();
        var folder = await WriteAsync(studio);
        await studio.Store.WriteAsync(
            db => db.Faces.Where(f => f.PersonId == 2).ExecuteUpdateAsync(s => s.SetProperty(f => f.PersonId, 1), Ct), Ct);
        await studio.Get<PicksStage>().RepickAsync(TestWedding.Id, [1, 2], Ct);

        await WriteAsync(studio);

        Assert.Equal(["1"], Directory.GetDirectories(Path.Combine(folder, "clusters")).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(folder, "*.part", SearchOption.AllDirectories));
    }
}
