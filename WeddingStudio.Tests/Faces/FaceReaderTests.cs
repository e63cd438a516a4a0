using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Faces;

public sealed class FaceReaderTests(FaceModels models) : IClassFixture<FaceModels>
{
    [Fact]
    public void A_photo_reads_alike_every_time_bit_by_bit()
    {
        var picture = Group();

        var (first, second) = (models.Reader().Read(picture), models.Reader().Read(picture));

        Assert.NotEmpty(first);
        Assert.Equal(first.Select(Everything), second.Select(Everything));
    }

    [Fact]
    public void Faces_come_from_left_to_right_inside_the_photo_with_all_that_was_measured()
    {
        var picture = Group();

        var faces = models.Reader().Read(picture);

        Assert.Equal(faces.Select(face => face.Box.X1).Order(), faces.Select(face => face.Box.X1));
        Assert.All(faces, face =>
        {
            Assert.InRange(face.Box.X1, 0, face.Box.X2 - 1);
            Assert.InRange(face.Box.X2, 1, picture.WidthPx);
            Assert.Equal(1, face.Embedding.Sum(v => (double)v * v), 1e-5);
            Assert.Equal(98, face.Landmarks.Length);
            Assert.Equal(1, face.Expression.Sum(), 1e-4);
            Assert.InRange(face.Quality, .02, 1);
            Assert.InRange(face.Measures.Luma, .05, .95);
            Assert.True(face.Measures.Sharpness > 0);
        });
    }

    [Fact]
    public void Mirrored_faces_look_the_other_way_and_stay_who_they_are()
    {
        var picture = Group();

        var faces = models.Reader().Read(picture);
        var mirrored = models.Reader().Read(FaceModels.Mirrored(picture)).Reverse().ToList();

        Assert.Equal(faces.Count, mirrored.Count);
        Assert.All(faces.Zip(mirrored), pair =>
        {
            Assert.InRange(pair.First.Measures.YawDegrees + pair.Second.Measures.YawDegrees, -8, 8);
            Assert.InRange(pair.First.Measures.RollDegrees + pair.Second.Measures.RollDegrees, -5, 5);
            Assert.InRange(pair.First.Measures.PitchDegrees - pair.Second.Measures.PitchDegrees, -8, 8);
            Assert.True(pair.First.Embedding.Zip(pair.Second.Embedding, (a, b) => a * b).Sum() > .9);
        });
    }

    [Fact]
    public void Companions_in_the_batch_do_not_change_a_face()
    {
        var picture = Group();

        var (alone, together) = (models.Reader(new FacesOptions { FacesAtOnce = 1 }).Read(picture), models.Reader().Read(picture));

        Assert.Equal(alone.Select(face => face.Box), together.Select(face => face.Box));
        Assert.All(alone.Zip(together), pair =>
        {
            Assert.True(pair.First.Embedding.Zip(pair.Second.Embedding, (a, b) => a * b).Sum() > .999999);
            Assert.True(pair.First.Landmarks.Zip(pair.Second.Landmarks, (a, b) => a.DistanceTo(b)).Max() < .001);
            Assert.True(pair.First.Expression.Zip(pair.Second.Expression, (a, b) => Math.Abs(a - b)).Max() < 1e-5);
            Assert.Equal(pair.First.Quality, pair.Second.Quality, 1e-5);
        });
    }

    [Fact]
    public void Faces_under_16_px_have_no_embedding()
    {
        var picture = Group();
        var small = RasterResize.FitWithin(picture, 200);

        var faces = models.Reader().Read(small);

        Assert.Contains(faces, face => face.Box.WidthPx < FaceReader.SmallestEmbeddedPx);
        Assert.All(faces, face => Assert.Equal(face.Box.WidthPx < FaceReader.SmallestEmbeddedPx, face.Embedding.Length == 0));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2000)]
    [InlineData(3000, 1)]
    [InlineData(33, 17)]
    [InlineData(640, 480)]
    public void Odd_sizes_without_a_face_give_no_face(int widthPx, int heightPx) =>
        Assert.Empty(models.Reader().Read(new Raster(widthPx, heightPx, new byte[widthPx * heightPx * 3])));

    private static Raster Group() => FaceModels.Picture(SharedFiles.Require("golden/faces/bbt1_input.png"));

    private static string Everything(FaceReading face) =>
        $"{face.Box} {face.Points} {face.Confidence} {face.Quality} {face.Measures} {string.Join(",", face.Embedding)} "
        + $"{string.Join(",", face.Landmarks)} {string.Join(",", face.Expression)}";
}
