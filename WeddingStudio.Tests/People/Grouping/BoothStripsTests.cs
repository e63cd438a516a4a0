using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Commands;
using WeddingStudio.Tests.Faces;

namespace WeddingStudio.Tests.People.Grouping;

/// <summary>
/// Booth strips and collages among the photos of a few people, with the reference models and with those the program comes with.
/// </summary>
public sealed class BoothStripsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-strips-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<bool> Packs => [true, false];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Ten_strips_of_a_drawn_wedding_take_no_photo_from_anybody(bool reference)
    {
        var results = Path.Combine(_folder.FullName, "results");
        using var studio = StudioProcess.Start(
            ["analyze", SharedFiles.Require("data/cases/booth-strips/photos"), "--out", results, "--models", Pack(reference)]);
        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);
        var analysed = await AnalysedWedding.ReadAsync(results, Ct);

        // Whoever is who: all found faces of one person have one number, and no two people share one. The reference models leave one face
        // alone with and without strips.
        var ordinary = Known().Select(face => (face.PhotoId, face.Person, Number: NumberAt(analysed, face.PhotoId, face.Box)))
            .Where(face => face.Number is not null).ToList();
        var number = ordinary.GroupBy(face => face.Person)
            .ToDictionary(person => person.Key, person => person.CountBy(face => face.Number!.Value).MaxBy(faces => faces.Value).Key);
        Assert.Equal(7, number.Values.Distinct().Count());
        Assert.Subset(reference ? new HashSet<string> { "R6_0003.jpg" } : [], ordinary.Where(face => face.Number != number[face.Person])
            .Select(face => face.PhotoId).ToHashSet());
        // Two strays; the reference models also see a face in a chair.
        Assert.InRange(analysed.People, 7, reference ? 11 : 9);

        // booth_5_1.jpg: the second strip of person 5.
        var strips = analysed.Faces.Where(face => face.PhotoId.StartsWith("booth_", StringComparison.Ordinal))
            .GroupBy(face => face.PhotoId).ToList();
        Assert.Equal(10, strips.Count);
        Assert.All(strips, strip => Assert.InRange(strip.Count(face => face.Person == number[int.Parse(strip.Key.AsSpan(6, 1))]), 4, 4));
        await using var db = AnalysedWedding.Open(Path.Combine(results, ".studio"));
        var panels = await db.Photos.ToDictionaryAsync(photo => photo.Path, photo => photo.Panels.Length / 8, Ct);
        Assert.All(strips, strip => Assert.InRange(panels[strip.Key], 4, 5));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Strips_and_collages_of_seven_people_take_none_of_their_ordinary_photos(bool reference)
    {
        var models = ModelSet.From(ModelLibrary.Look([Pack(reference)]), "", "") with { Expression = null, ExpressionLandmarks = null };
        using var packs = new FaceModels();
        var reader = packs.Reader(models);
        using var list = File.OpenText(SharedFiles.Require("data/weddings/lfw-wedding-1.csv"));
        var album = StripAlbum.Read(LabelledFace.Read(list), SharedFiles.Require("data"), people: 7, each: 13, reader, models);
        Assert.Equal((1, 1), (album.With([], models.Clustering).Score.Precision, album.With([], models.Clustering).Score.Recall));

        Assert.All(StripForms.All.Where(form => !form.Layout.Upon), form =>
        {
            var found = album.With(album.Compose(form, 4, reader, models), models.Clustering);
            TestContext.Current.SendDiagnosticMessage($"{form.Name}: {found}");
            Assert.Equal((1, 1), (found.Score.Precision, found.Score.Recall));
            Assert.Equal(found.Shown, found.Reached);
            Assert.InRange(found.Placed, .9 * found.Composed, found.Composed);
        });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Pack(bool reference) =>
        reference ? SharedFiles.Require("models") : Path.Combine(Checkout.Root, "models", "studio-1");

    private static IEnumerable<(string PhotoId, FaceBox Box, int Person)> Known()
    {
        using var who = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Require("data/cases/booth-strips/who.json")));
        return [.. from photo in who.RootElement.EnumerateObject()
                   from face in photo.Value.EnumerateArray()
                   let box = face.GetProperty("box").EnumerateArray().Select(side => side.GetDouble()).ToArray()
                   let person = face.GetProperty("person")
                   where person.ValueKind == JsonValueKind.Number && person.GetInt32() > 0
                   select (photo.Name, new FaceBox(box[0], box[1], box[2], box[3]), person.GetInt32())];
    }

    private static int? NumberAt(AnalysedWedding analysed, string photoId, FaceBox box) =>
        analysed.Faces.Where(face => face.PhotoId == photoId && face.Box.IoU(box) >= LabelledFace.FoundFromIoU)
            .MaxBy(face => face.Box.IoU(box))?.Person;
}
