using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Faces.Detection;

public sealed class SmallFacesTests
{
    private const int TilePx = 320;

    [Theory]
    [InlineData(300, new[] { 0, 300 })]
    [InlineData(320, new[] { 0, 320 })]
    [InlineData(321, new[] { 0, 191, 130, 321 })]
    [InlineData(900, new[] { 0, 270, 210, 480, 420, 690, 630, 900 })]
    public void Tiles_reach_from_end_to_end_and_overlap(int lengthPx, int[] spans) =>
        Assert.Equal(spans, SmallFaces.Spans(lengthPx, 320, 60).SelectMany(span => new[] { span.From, span.Until }));

    [Fact]
    public void Only_large_photos_with_a_small_face_are_worth_it()
    {
        var tiles = new SmallFaces(new WhiteSquares(), TilePx);

        Assert.True(tiles.AreLikely(641, 480, [new FaceBox(0, 0, 60, 79), new FaceBox(0, 0, 200, 219)]));
        Assert.False(tiles.AreLikely(641, 480, [new FaceBox(0, 0, 60, 81)]));
        Assert.False(tiles.AreLikely(641, 480, []));
        Assert.False(tiles.AreLikely(640, 480, [new FaceBox(0, 0, 60, 79)]));
    }

    [Fact]
    public void Only_what_is_near_a_small_face_is_looked_at()
    {
        FaceBox[] faces = [new(20, 20, 40, 40), new(200, 20, 220, 40), new(900, 600, 920, 620)];
        var photo = Photo(1000, 700, faces);

        var found = new SmallFaces(new WhiteSquares(), TilePx).Detect(photo, faces[..1], isReduced: false, CancellationToken.None);

        Assert.Equal(faces[1..2], found.Select(face => face.Box));
    }

    [Fact]
    public void Of_a_reduced_photo_tiles_are_enlarged()
    {
        FaceBox[] faces = [new(20, 20, 34, 34), new(300, 20, 314, 34)];

        var found = new SmallFaces(new WhiteSquares(), TilePx).Detect(Photo(1000, 700, faces), [], isReduced: true, CancellationToken.None);

        Assert.Equal(2, found.Count);
        Assert.All(found.OrderBy(face => face.Box.X1).Zip(faces), pair => Assert.True(pair.First.Box.IoU(pair.Second) > .8));
    }

    [Fact]
    public void Faces_on_seams_are_found_once_and_whole_and_known_ones_not_again()
    {
        // A row of faces every 23 pixels: some lie on every seam.
        FaceBox[] faces = [.. Enumerable.Range(0, 40).Select(i => new FaceBox(10 + 23 * i, 100 + 7 * i, 30 + 23 * i, 120 + 7 * i))];
        var photo = Photo(1000, 700, faces);

        var found = new SmallFaces(new WhiteSquares(), TilePx).Detect(photo, [.. faces.Where((_, i) => i % 8 == 0)], isReduced: false,
            CancellationToken.None);

        Assert.Equal(faces.Where((_, i) => i % 8 != 0), found.Select(face => face.Box).OrderBy(box => box.X1));
        Assert.All(found, face => Assert.Equal(face.Box.X1, face.Points.Nose.X));
    }

    private static Raster Photo(int widthPx, int heightPx, IEnumerable<FaceBox> faces)
    {
        var rgb = new byte[widthPx * heightPx * 3];
        foreach (var face in faces)
        {
            for (var y = (int)face.Y1; y < (int)face.Y2; y++)
                rgb.AsSpan((y * widthPx + (int)face.X1) * 3, (int)face.WidthPx * 3).Fill(255);
        }

        return new Raster(widthPx, heightPx, rgb);
    }

    /// <summary>Finds white rectangles on black, cut ones too, and is surer of those than of whole ones.</summary>
    private sealed class WhiteSquares : IFaceDetector
    {
        public IReadOnlyList<DetectedFace> Detect(Raster upright)
        {
            List<DetectedFace> faces = [];
            for (var y = 0; y < upright.HeightPx; y++)
            {
                for (var x = 0; x < upright.WidthPx; x++)
                {
                    if (!IsWhite(upright, x, y) || IsWhite(upright, x - 1, y) || IsWhite(upright, x, y - 1))
                        continue;
                    var (right, bottom) = (x, y);
                    while (IsWhite(upright, right, y))
                        right++;
                    while (IsWhite(upright, x, bottom))
                        bottom++;
                    faces.Add(new DetectedFace(new FaceBox(x, y, right, bottom), 1 - (right - x) * (bottom - y) / 1e4,
                        FivePoints.From([.. Enumerable.Repeat(new PointPx(x, y), 5)])));
                }
            }

            return faces;
        }

        private static bool IsWhite(Raster picture, int x, int y) =>
            x >= 0 && y >= 0 && x < picture.WidthPx && y < picture.HeightPx && picture.Row(y)[3 * x] > 0;
    }
}
