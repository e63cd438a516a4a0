using Microsoft.Extensions.Logging.Abstractions;
using NetVips;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

/// <summary>Sixteen LFW faces, eight of them smiling, as they are and worsened.</summary>
public sealed partial class RealFacesTests
{
    private static readonly ScoresOptions Options = new();

    private sealed record Portrait(string Name, bool Smiles, Raster Picture, FaceReading Face)
    {
        public MeasuredFace Measured(Raster picture)
        {
            var (sharpness, luma, clipped) = FaceMeasurer.Measure(FaceAlignment.Align(picture, Face.Points));
            var detail = FaceDetail.Of(picture, Face.Points);
            var (leftSeen, rightSeen) = EyeStateClassifier.Of(picture, Face.Landmarks);
            return new MeasuredFace(1, 1, null, Face.Box, [], [.. Face.Landmarks.SelectMany(p => new[] { (float)p.X, (float)p.Y })],
                Face.Expression, Face.Measures with
                {
                    Sharpness = sharpness, Luma = luma, Clipped = clipped,
                    Detail = detail.Detail, ColourDetail = detail.Colour, Burnt = detail.Burnt, OneWayBlur = detail.OneWay,
                    EyeSeenOpenLeft = leftSeen, EyeSeenOpenRight = rightSeen,
                });
        }

        public double Technical(Raster picture) =>
            TechnicalScore.Of(Measured(picture), new MeasuredFrame(picture.WidthPx, picture.HeightPx, FrameMeasures.Of(picture)));
    }

    private static readonly Lazy<Portrait[]> Portraits = new(Read);

    private static readonly Lazy<FaceReader> Reader = new(() =>
    {
        var library = new ModelLibrary(
            Microsoft.Extensions.Options.Options.Create(new ModelsOptions { ModelsDirectory = SharedFiles.Require("models") }));
        return FaceReader.Open(library.Choose(), new SessionFactory(Microsoft.Extensions.Options.Options.Create(new InferenceOptions()),
            NullLogger<SessionFactory>.Instance), new FacesOptions());
    });

    private static Portrait[] Read()
    {
        var folder = SharedFiles.Require("data/lfw");
        var lines = File.ReadLines(Path.Combine(folder, "smile_labels.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        return [.. lines.GroupBy(l => l[1]).SelectMany(g => g.Take(8)).Select(line =>
        {
            var picture = PhotoReader.Read(Path.Combine(folder, line[0]));
            return new Portrait(line[0], line[1] == "1", picture, Reader.Value.Read(picture).MaxBy(f => f.Box.Area)!);
        })];
    }

    private static Raster Blurred(Raster picture, double sigma)
    {
        using var image = Image.NewFromMemoryCopy<byte>(picture.Rgb, picture.WidthPx, picture.HeightPx, 3, Enums.BandFormat.Uchar);
        using var blurred = image.Gaussblur(sigma);
        return new Raster(picture.WidthPx, picture.HeightPx, blurred.WriteToMemory<byte>());
    }

    private static Raster Each(Raster picture, Func<byte, double> change) =>
        new(picture.WidthPx, picture.HeightPx, [.. picture.Rgb.ToArray().Select(v => (byte)Math.Clamp(Math.Round(change(v)), 0, 255))]);

    private static Raster Exposed(Raster picture, double stops) =>
        Each(picture, v => 255 * Math.Pow(Math.Pow(v / 255.0, 2.2) * Math.Pow(2, stops), 1 / 2.2));

    private static Raster Noisy(Raster picture, double sigma)
    {
        var random = new Random(1);
        return Each(picture, v =>
            v + sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    /// <summary>Faces of middle brightness: for others one change of light is a repair.</summary>
    private static IEnumerable<Portrait> WellExposed => Portraits.Value.Where(p => p.Face.Measures.Luma is >= .4 and <= .6);

    private static void AssertFalls(Portrait portrait, IEnumerable<Raster> steps)
    {
        var scores = steps.Prepend(portrait.Picture).Select(portrait.Technical).ToArray();
        Assert.True(scores.Zip(scores.Skip(1)).All(s => s.Second < s.First),
            $"{portrait.Name}: {string.Join(" ", scores.Select(s => $"{s:0.000}"))}");
    }

    [Fact]
    public void Every_step_of_blur_lowers_the_technical_score() =>
        Assert.All(Portraits.Value, p => AssertFalls(p, [Blurred(p.Picture, 1), Blurred(p.Picture, 2), Blurred(p.Picture, 4)]));

    [Fact]
    public void Every_step_of_noise_lowers_the_technical_score() =>
        Assert.All(WellExposed, p => AssertFalls(p, [Noisy(p.Picture, 5), Noisy(p.Picture, 10), Noisy(p.Picture, 20)]));

    [Fact]
    public void Every_step_of_JPEG_that_shows_lowers_the_technical_score() => Assert.All(Portraits.Value, p =>
        AssertFalls(p, [Compressed(p.Picture, 50), Compressed(p.Picture, 20)]));

    [Fact]
    public void A_camera_that_moved_is_told_from_one_out_of_focus()
    {
        var moved = Portraits.Value.Select(p => p.Measured(Moved(p.Picture)).Measures.OneWayBlur!.Value).ToArray();
        var unsharp = Portraits.Value.Select(p => p.Measured(Blurred(p.Picture, 2)).Measures.OneWayBlur!.Value).ToArray();

        Assert.True(moved.Average() > 2 * unsharp.Average(), $"{moved.Average():0.00} {unsharp.Average():0.00}");
    }

    private static Raster Compressed(Raster picture, int quality)
    {
        using var image = Image.NewFromBuffer(JpegWriter.Encode(picture, quality));
        return new Raster(picture.WidthPx, picture.HeightPx, image.WriteToMemory<byte>());
    }

    /// <summary>Nine pixels sideways.</summary>
    private static Raster Moved(Raster picture)
    {
        var rgb = new byte[picture.Rgb.Length];
        for (var i = 0; i < rgb.Length; i++)
        {
            var (row, x, c) = (i / (3 * picture.WidthPx), i / 3 % picture.WidthPx, i % 3);
            rgb[i] = (byte)Enumerable.Range(-4, 9).Average(by => picture.Row(row)[3 * Math.Clamp(x + by, 0, picture.WidthPx - 1) + c]);
        }

        return new Raster(picture.WidthPx, picture.HeightPx, rgb);
    }

    [Fact]
    public void Two_stops_too_dark_or_too_bright_lower_the_technical_score() => Assert.All(WellExposed, p =>
    {
        AssertFalls(p, [Exposed(p.Picture, -2)]);
        AssertFalls(p, [Exposed(p.Picture, 2)]);
    });

    [Fact]
    public void Smiles_score_higher_than_straight_faces()
    {
        var smiles = Portraits.Value.ToLookup(p => p.Smiles, p => Look.Of(p.Measured(p.Picture), Options).Smile);

        Assert.True(smiles[true].Average() > .9);
        Assert.True(smiles[false].Average() < .2);
    }
}
