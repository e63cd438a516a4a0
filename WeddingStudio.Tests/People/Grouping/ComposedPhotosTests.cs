using System.Globalization;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Tests.Commands;
using WeddingStudio.Tests.Faces;

namespace WeddingStudio.Tests.People.Grouping;

/// <summary>Group photos made of portraits side by side, so that it is known who is in them.</summary>
public sealed class ComposedPhotosTests : IDisposable
{
    private const int Photos = 40;
    private const int TilePx = 180;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-composed-");

    [Fact]
    public async Task Nobody_is_in_a_photo_twice_and_no_two_people_are_one()
    {
        var names = Compose();
        var results = Path.Combine(_folder.FullName, "results");
        using var studio = StudioProcess.Start(
            ["analyze", Path.Combine(_folder.FullName, "photos"), "--out", results, "--models", SharedFiles.Require("models")]);
        Assert.True(await studio.ExitCodeAsync(TestContext.Current.CancellationToken) == 0, studio.Output);

        // Of several faces in one portrait the one nearest to its middle is whose portrait it is; the others are passers-by.
        var faces = (await AnalysedWedding.ReadAsync(results, TestContext.Current.CancellationToken)).Faces;
        Assert.All(faces.Where(f => f.Person >= 0).CountBy(f => (f.PhotoId, f.Person)), p => Assert.Equal(1, p.Value));
        var known = faces.GroupBy(f => (f.PhotoId, Tile: (int)(f.Box.CentreX / TilePx)))
            .Select(tile => (Face: tile.MinBy(f => Math.Abs(f.Box.CentreX - ((tile.Key.Tile + .5) * TilePx))
                + Math.Abs(f.Box.CentreY - (TilePx / 2.0)))!, Name: names[tile.Key.PhotoId][tile.Key.Tile])).ToList();
        Assert.True(known.Count >= .97 * names.Values.Sum(photo => photo.Length),
            $"{known.Count} of {names.Values.Sum(photo => photo.Length)} found");

        var measured = BCubed.Of([.. known.Select(k => k.Face.Person)], [.. known.Select(k => k.Name)]);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"composed photos: {known.Count} faces, B-cubed precision {measured.Precision:0.0000}, recall {measured.Recall:0.0000}"));
        Assert.True(measured.Precision >= 1,
            string.Create(CultureInfo.InvariantCulture, $"precision {measured.Precision:0.0000}, recall {measured.Recall:0.0000}"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Photo id to who stands in it, from left to right.</summary>
    private Dictionary<string, string[]> Compose()
    {
        var random = new Random(11);
        List<(string Name, Queue<string> Files)> guests = [.. Directory.EnumerateDirectories(SharedFiles.Require("data/lfw/images"))
            .Order(StringComparer.Ordinal)
            .Select(folder => (Path.GetFileName(folder),
                new Queue<string>(Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Take(10))))
            .Where(person => person.Item2.Count is >= 4 and <= 10).Take(70)];
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "photos"));
        Dictionary<string, string[]> names = [];
        for (var i = 0; i < Photos; i++)
        {
            var present = guests.Where(guest => guest.Files.Count > 0).OrderBy(_ => random.Next()).Take(random.Next(4, 10)).ToList();
            var name = $"{i:d2}.jpg";
            JpegWriter.Save(SideBySide([.. present.Select(guest => FaceModels.Picture(guest.Files.Dequeue()))]),
                Path.Combine(_folder.FullName, "photos", name), 95);
            names.Add(name, [.. present.Select(guest => guest.Name)]);
        }

        return names;
    }

    private static Raster SideBySide(Raster[] portraits)
    {
        var photo = new Raster(TilePx * portraits.Length, TilePx, new byte[3 * TilePx * portraits.Length * TilePx]);
        for (var i = 0; i < portraits.Length; i++)
        {
            for (var y = 0; y < TilePx; y++)
                portraits[i].Row(y).CopyTo(photo.Rgb[(3 * ((y * photo.WidthPx) + (i * TilePx)))..]);
        }

        return photo;
    }
}
