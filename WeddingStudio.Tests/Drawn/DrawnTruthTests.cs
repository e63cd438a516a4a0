using System.Globalization;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Drawn;

/// <summary>The whole analysis against what is true of drawn weddings.</summary>
public sealed class DrawnTruthTests(DrawnTruthTests.Album album) : IClassFixture<DrawnTruthTests.Album>, IDisposable
{
    private const double EyesFromPx = 64;

    /// <summary>
    /// From this width on the aligned crop of 112 px is shrunk at every size; smaller faces gain real detail with more pixels.
    /// </summary>
    private const double FullDetailFromPx = 160;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-truth-");

    private string Wedding => Path.Combine(_folder.FullName, "wedding");
    private string Results => Path.Combine(_folder.FullName, "results");

    [Fact]
    public async Task Robin_and_Kims_guests_are_found_told_apart_and_read_rightly() =>
        await AssertReadRightlyAsync(BuiltIn, await album.DrawnAsync(), every: 1);

    [Fact]
    public async Task With_the_reference_pack_so_are_those_of_every_third_photo() =>
        await AssertReadRightlyAsync(SharedFiles.Require("models"), await album.DrawnAsync(), every: 3);

    /// <summary>The long campaign: `.ci/long`.</summary>
    [Theory(Explicit = true)]
    [InlineData("the built-in pack")]
    [InlineData("the reference pack")]
    public async Task So_are_those_of_all_photos_of_two_cameras(string pack)
    {
        var wedding = Path.Combine(_folder.FullName, "drawn");
        await DrawnWedding.DrawAsync(new DrawnOptions(), wedding, new Progress<DrawnProgress>(), Ct);
        await AssertReadRightlyAsync(pack == "the built-in pack" ? BuiltIn : SharedFiles.Require("models"), wedding, every: 1);
    }

    [Fact]
    public async Task Megapixels_do_not_decide_how_sharp_and_well_lit_a_scene_is()
    {
        var models = SharedFiles.Require("models");
        Directory.CreateDirectory(Wedding);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DrawnWedding.TimeZone);
        Shot[] scenes = [.. Programme.Plan(new DrawnOptions(), new Guests(26, 1)).Where(s => s is { People.Count: 1 or 3 or 5, Blur: 0 })
            .DistinctBy(s => s.People.Count)];
        foreach (var scene in scenes)
        {
            foreach (var megapixels in (ReadOnlySpan<int>)[6, 12, 24])
                Darkroom.Develop(scene with { Megapixels = megapixels, PhotoId = $"{scene.PhotoId}-{megapixels}.jpg" }, Wedding, zone);
        }

        await AnalyzeAsync(models, Wedding);

        var faces = (await AnalysedWedding.ReadAsync(Results, Ct)).Faces.ToLookup(f => f.PhotoId);
        foreach (var scene in scenes)
        {
            double[][] bySize = [.. new[] { 6, 12, 24 }
                .Select(m => faces[$"{scene.PhotoId}-{m}.jpg"].OrderBy(f => f.Box.X1).Select(f => f.Technical!.Value).ToArray())];
            Assert.All(bySize, scores => Assert.Equal(scene.People.Count, scores.Length));

            // Of the scene as a whole, and of every face that has its full detail at 6 megapixels already.
            Assert.InRange(bySize.Max(scores => scores.Average()) - bySize.Min(scores => scores.Average()), 0, .05);
            var smallest = faces[$"{scene.PhotoId}-6.jpg"].OrderBy(f => f.Box.X1).ToArray();
            Assert.All(Enumerable.Range(0, scene.People.Count).Where(i => smallest[i].Box.WidthPx >= FullDetailFromPx),
                i => Assert.InRange(bySize.Max(s => s[i]) - bySize.Min(s => s[i]), 0, .05));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string BuiltIn => Path.Combine(Checkout.Root, "models", "studio-1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<double> Smiles(IEnumerable<JudgedFace> faces, Func<JudgedFace, bool> which) =>
        faces.Where(which).Select(f => f.Found!.Look?.Smile).OfType<double>();

    private async Task AssertReadRightlyAsync(string models, string wedding, int every)
    {
        var truth = TruthFile.Read(Path.Combine(wedding, TruthFile.FileName));
        var chosen = truth.Photos.Where((_, i) => i % every == 0).ToList();
        foreach (var photo in chosen)
        {
            var copy = new FileInfo(Path.Combine(Wedding, photo.PhotoId));
            copy.Directory!.Create();
            File.Copy(Path.Combine(wedding, "photos", photo.PhotoId), copy.FullName);
        }

        await AnalyzeAsync(models, Wedding, "--guests", Path.Combine(wedding, "guests.csv"), "--time-zone", DrawnWedding.TimeZone);

        var match = TruthMatch.Of(chosen, (await AnalysedWedding.ReadAsync(Results, Ct)).Faces);
        var found = match.OfPeople.Where(f => f.Found is not null).ToList();
        var people = BCubed.Of([.. found.Select(f => f.Found!.Person)],
            [.. found.Select(f => f.Truth.Person!.Value.ToString(CultureInfo.InvariantCulture))]);
        var clear = found.Where(f => f.WidthPx >= EyesFromPx).ToList();
        var eyes = BlinkTally.Of(clear);
        var smiles = Auc.Of([.. Smiles(clear, f => f.Truth.Smile >= .5)], [.. Smiles(clear, f => f.Truth.Smile < .2)]);

        Assert.True(match.OfPeople.Where(f => f.ShouldBeFound).Average(f => f.Found is null ? 0.0 : 1) >= .99, "recall");
        Assert.True(match.False.Count * 40 <= chosen.Count, $"{match.False.Count} false detections");
        Assert.True(people is { F: >= .98, Precision: >= .995 },
            string.Create(CultureInfo.InvariantCulture, $"B-cubed F {people.F:0.0000}, precision {people.Precision:0.0000}"));
        Assert.True(eyes.ScoredClosed >= .98 * eyes.Closed && eyes.ScoredOpen >= .98 * eyes.Open, $"{eyes}");
        Assert.True(smiles >= .95, string.Create(CultureInfo.InvariantCulture, $"smile AUC {smiles:0.0000}"));
    }

    private async Task AnalyzeAsync(string models, string photos, params IEnumerable<string> more)
    {
        using var studio = StudioProcess.Start(["analyze", photos, "--out", Results, "--models", models, .. more]);
        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);
    }

    /// <summary>The default wedding in photos of a third of their pixels, drawn once for all tests here.</summary>
    public sealed class Album : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-album-");
        private readonly Lazy<Task<string>> _drawn;

        public Album() => _drawn = new(async () =>
        {
            await DrawnWedding.DrawAsync(new DrawnOptions { Megapixels = 2 }, _folder.FullName, new Progress<DrawnProgress>(),
                CancellationToken.None);
            return _folder.FullName;
        });

        public Task<string> DrawnAsync() => _drawn.Value;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
