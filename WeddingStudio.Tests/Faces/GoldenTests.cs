using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Faces.Embedding;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Faces;

/// <summary>Our pictures-to-numbers against the reference pipeline's, on the same lossless pictures.</summary>
public sealed class GoldenTests(FaceModels models, ITestOutputHelper output) : IClassFixture<FaceModels>
{
    [Theory]
    [InlineData("retinaface_foamliu", "score", .5)]
    [InlineData("retinaface_biubug6", "score", .5)]
    [InlineData("yunet", "score", .5)]
    [InlineData("yolov8_lite_t", "score", .35)]
    [InlineData("mtcnn", "onet", .7)]
    [InlineData("blazeface_back", "score", .65)]
    [InlineData("blazeface_front", "score", .75)]
    public void Detectors_find_the_golden_boxes_and_points(string name, string threshold, double minScore)
    {
        var detector = Detector(name, threshold, minScore);
        double boxes = 0, points = 0, scores = 0;
        foreach (var golden in Golden.All())
        {
            var found = detector.Detect(golden.Picture).ToList();
            foreach (var face in golden.Detected(name))
            {
                var match = found.OrderByDescending(f => f.Box.IoU(Golden.Box(face))).FirstOrDefault();
                var score = face.GetProperty("score").GetDouble();
                if (match is null || match.Box.IoU(Golden.Box(face)) < .5)
                {
                    Assert.True(score < minScore + .02, $"{golden.Name}: a face of score {score} was not found");
                    continue;
                }

                found.Remove(match);
                boxes = Math.Max(boxes, Distance(match.Box, Golden.Box(face)));
                points = Math.Max(points, Distance(InTheirForm(match.Points), Golden.Points(face.GetProperty("points"))));
                scores = Math.Max(scores, Math.Abs(match.Score - score));
            }

            Assert.All(found, extra => Assert.True(extra.Score < minScore + .02, $"{golden.Name}: extra face of score {extra.Score}"));
        }

        output.WriteLine($"{name}: boxes within {boxes:F4} px, points within {points:F4} px, scores within {scores:F5}");
        Assert.True(boxes < 1, $"boxes differ by {boxes} px");
        Assert.True(points < 1, $"points differ by {points} px");
        Assert.True(scores < .01, $"scores differ by {scores}");

        // BlazeFace has the mouth's centre instead of its corners, and ears that we leave out.
        PointPx[] InTheirForm(FivePoints five) => name.StartsWith("blazeface", StringComparison.Ordinal)
            ? [five.LeftEye, five.RightEye, five.Nose,
                new((five.LeftMouth.X + five.RightMouth.X) / 2, (five.LeftMouth.Y + five.RightMouth.Y) / 2)]
            : five.ToArray();
    }

    [Theory]
    [InlineData("mobilefacenet_foamliu")]
    [InlineData("mobilefacenet_insightface_y1")]
    [InlineData("mobilefacenet_xiaoccer")]
    public void Embeddings_of_golden_crops_equal_the_reference(string name)
    {
        var embedder = Embedder(name);
        var lowest = 1.0;
        foreach (var face in Golden.All().SelectMany(golden => golden.Faces))
        {
            // The 96 px wide model sees the 112 px crop without 8 columns on either side: its template says so.
            var (whole, without) = (Golden.AlignedCrop(face), name == "mobilefacenet_xiaoccer" ? 8 : 0);
            var crop = whole.Part(without, 0, whole.WidthPx - 2 * without, whole.HeightPx);
            lowest = Math.Min(lowest, Cosine(embedder.Embed([crop])[0], Reference(face, name)));
        }

        output.WriteLine($"{name}: cosine at least {lowest:F6}");
        Assert.True(lowest >= .9999, $"cosine {lowest}");
    }

    [Theory]
    [InlineData("mobilefacenet_foamliu")]
    [InlineData("mobilefacenet_insightface_y1")]
    [InlineData("mobilefacenet_xiaoccer")]
    public void Embeddings_through_own_alignment_equal_the_reference(string name)
    {
        var embedder = Embedder(name);
        List<(double Cosine, string Face)> cosines = [];
        foreach (var golden in Golden.All())
        {
            var picture = golden.Picture;
            foreach (var face in golden.Faces)
            {
                var crop = embedder.Align(picture, FivePoints.From(Golden.Points(face.GetProperty("points"))));
                cosines.Add((Cosine(embedder.Embed([crop])[0], Reference(face, name)), face.GetProperty("aligned_png").GetString()!));
            }
        }

        output.WriteLine($"{name}: cosine {string.Join(", ", cosines.Order().Take(4).Select(c => $"{c.Cosine:F5} {c.Face}"))}");
        Assert.True(cosines.Min().Cosine >= .995, $"cosine {cosines.Min()}");
    }

    [Fact]
    public void Quality_comes_close_to_the_reference()
    {
        var reader = new QualityReader(models.Sessions.Open(models.Models.Quality!), models.Models.Quality!, 8);
        List<double> off = [];
        foreach (var golden in Golden.All())
        {
            var boxes = golden.Faces.Select(face => (FaceKey.Clip(Golden.Box(face), golden.Picture.WidthPx, golden.Picture.HeightPx), 0))
                .ToList();
            off.AddRange(reader.Read(golden.Picture, boxes)
                .Zip(golden.Faces, (ours, face) => Math.Abs(ours - face.GetProperty("quality").GetDouble())));
        }

        // The reference shrinks by leaving pixels out; here large faces are shrunk by their mean.
        output.WriteLine($"quality within {off.Max():F4}, {off.Average():F4} on average");
        Assert.True(off.Max() < .1, $"quality differs by {off.Max()}");
        Assert.True(off.Average() < .02, $"quality differs by {off.Average()} on average");
    }

    [Fact]
    public void Landmarks_and_expression_equal_the_reference()
    {
        var points98 = new LandmarkReader(models.Sessions.Open(models.Models.Landmarks!), models.Models.Landmarks!, 8);
        var points68 = new LandmarkReader(models.Sessions.Open(models.Models.ExpressionLandmarks!), models.Models.ExpressionLandmarks!, 8);
        var expression = new ExpressionReader(models.Sessions.Open(models.Models.Expression!), models.Models.Expression!, 8);
        var detector = Detector("retinaface_foamliu", "score", .5);
        double off98 = 0, off68 = 0, eyes = 0, classes = 0;
        foreach (var golden in Golden.All())
        {
            var picture = golden.Picture;
            var found = detector.Detect(picture);
            var boxes = golden.Faces.Select(face => found.MaxBy(f => f.Box.IoU(Golden.Box(face)))!).ToList();
            var (found98, found68) = (points98.Read(picture, boxes), points68.Read(picture, boxes));
            var found7 = expression.Read(picture, boxes, [.. found68.Select(face => face.Points)]);
            for (var i = 0; i < boxes.Count; i++)
            {
                var face = golden.Faces[i];
                off98 = Math.Max(off98, Distance(found98[i].Points, Golden.Points(face.GetProperty("landmarks98_ghostone"))));
                off68 = Math.Max(off68, Distance(found68[i].Points, Golden.Points(face.GetProperty("landmarks68_faceapi"))));
                var (left, right) = EyeAspect.Of(found98[i].Points);
                var golden2 = Golden.Numbers(face.GetProperty("ear98"));
                eyes = Math.Max(eyes, Math.Max(Math.Abs(left - golden2[0]), Math.Abs(right - golden2[1])));
                var golden7 = face.GetProperty("expression").EnumerateObject().Select(p => p.Value.GetDouble()).ToArray();
                classes = Math.Max(classes, found7[i].Zip(golden7, (a, b) => Math.Abs(a - b)).Max());
            }
        }

        output.WriteLine($"98 points within {off98:F3} px, 68 points within {off68:F3} px, eye aspect within {eyes:F4}, "
            + $"expression within {classes:F4}");
        Assert.True(off98 < 1, $"98 points differ by {off98} px");
        Assert.True(off68 < 1, $"68 points differ by {off68} px");
        Assert.True(classes < .01, $"expression differs by {classes}");
    }

    private IFaceDetector Detector(string name, string threshold, double minScore)
    {
        var model = ModelSet.From(ModelLibrary.Look([SharedFiles.Require("models")]), name, "").Detector;
        var thresholds = new Dictionary<string, double>(model.Entry.Thresholds) { [threshold] = minScore };
        return Detectors.Open(model with { Entry = model.Entry with { Thresholds = thresholds } }, models.Sessions, new FacesOptions());
    }

    private FaceEmbedder Embedder(string name)
    {
        var model = ModelSet.From(ModelLibrary.Look([SharedFiles.Require("models")]), "", name).Embedder;
        return new FaceEmbedder(models.Sessions.Open(model), model, 8);
    }

    private static double[] Reference(System.Text.Json.JsonElement face, string name) =>
        Golden.Numbers(face.GetProperty("embeddings").GetProperty(name + ".onnx").GetProperty("unit_flip_averaged"));

    private static double Cosine(float[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(y => y * y));

    private static double Distance(FaceBox a, FaceBox b) =>
        new[] { a.X1 - b.X1, a.Y1 - b.Y1, a.X2 - b.X2, a.Y2 - b.Y2 }.Max(Math.Abs);

    private static double Distance(PointPx[] a, PointPx[] b) => a.Zip(b, (p, q) => p.DistanceTo(q)).Max();
}
