using System.Numerics.Tensors;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces;

/// <summary>A face as the search for panels sees it.</summary>
/// <param name="Box">In pixels of the picture that is searched.</param>
/// <param name="Embedding">[dim] unit length; empty when it has none by which anybody could tell whose it is.</param>
internal readonly record struct PanelFace(FaceBox Box, float[] Embedding)
{
    /// <param name="box">In pixels of the photo.</param>
    /// <param name="embedding">As it was read.</param>
    /// <param name="quality">Blurred faces are alike because they are blurred.</param>
    /// <param name="scale">From the photo to the picture that is searched.</param>
    public static PanelFace Of(FaceBox box, float[] embedding, double quality, double scale) =>
        new(box.Scale(scale), quality >= FaceQueries.ClearFromQuality ? embedding : []);
}

/// <summary>
/// Several pictures in one photo: booth strips, collages, pages of an album. They meet in straight lines on which the picture jumps from
/// one side to the other, with a gutter between them or without. Looked for are only lines between faces: one parts its piece of the photo
/// from edge to edge, and each side that still has several faces is looked at again. Door frames and walls are such lines too: where there
/// is but one, or no flat gutter anywhere, somebody must be seen on both sides of one.
/// </summary>
internal static class Panels
{
    /// <summary>
    /// So much more alike than people must be two faces of a photo are in 1 of 25 drawn photos, in none of
    /// 60 of friends and dlib that are one picture.
    /// </summary>
    private const double MuchMore = .2;

    /// <param name="picture">The photo, made smaller.</param>
    /// <param name="faces">All of its faces.</param>
    /// <param name="onePersonFrom">The cosine from which two faces may be one person.</param>
    /// <returns>As <see cref="Photo.Panels"/>.</returns>
    public static float[] Find(Luma picture, IReadOnlyList<PanelFace> faces, double onePersonFrom)
    {
        if (faces.Count < 2)
            return [];
        var straight = Pieces(new PanelLines(picture), faces);
        if (straight.Count > 2 && straight.Exists(piece => piece.HasGutter))
            return Corners(straight, (x, y) => ((float)x / picture.WidthPx, (float)y / picture.HeightPx));
        if (IsSeenTwice(faces, faces, onePersonFrom + MuchMore))
        {
            // It may lie on the table not quite straight, which takes longer to see.
            var (turned, leaning) = TiltedPicture.All(picture)
                .Select(turned => (turned, Pieces: Pieces(new PanelLines(turned.Luma, leaning: true), [.. faces.Select(turned.Place)])))
                .MaxBy(looked => looked.Pieces.Count);
            if (leaning.Count > straight.Count)
                return Corners(leaning, turned.Back);
        }

        return straight.Exists(piece =>
            IsSeenTwice(faces.Where(face => piece.Holds(face.Box)), [.. faces.Where(face => !piece.Holds(face.Box))], onePersonFrom))
            ? Corners(straight, (x, y) => ((float)x / picture.WidthPx, (float)y / picture.HeightPx)) : [];
    }

    /// <summary>The panel at a place in shares of width and height; 0 in a photo that is one picture, and beside all panels.</summary>
    public static int At(float[] panels, double x, double y)
    {
        for (var panel = 0; 8 * panel < panels.Length; panel++)
        {
            if (Holds(panels.AsSpan(8 * panel, 8), x, y))
                return panel;
        }

        return 0;
    }

    // The corners go round: a place within lies on the same side of all four edges.
    private static bool Holds(ReadOnlySpan<float> corners, double x, double y)
    {
        for (var i = 0; i < 8; i += 2)
        {
            var (fromX, fromY, toX, toY) = (corners[i], corners[i + 1], corners[(i + 2) % 8], corners[(i + 3) % 8]);
            if ((toX - fromX) * (y - fromY) < (toY - fromY) * (x - fromX))
                return false;
        }

        return true;
    }

    private static bool IsSeenTwice(IEnumerable<PanelFace> some, IReadOnlyList<PanelFace> others, double onePersonFrom) =>
        some.Any(a => others.Any(b =>
            a != b && a.Embedding.Length > 0 && a.Embedding.Length == b.Embedding.Length
            && TensorPrimitives.Dot<float>(a.Embedding, b.Embedding) >= onePersonFrom));

    private static List<PanelPiece> Pieces(PanelLines lines, IReadOnlyList<PanelFace> faces)
    {
        List<PanelPiece> pieces = [];
        Part(lines, lines.Whole, [.. faces.Select(face => face.Box)], pieces);
        return pieces;
    }

    private static void Part(PanelLines lines, PanelPiece piece, IReadOnlyList<FaceBox> faces, List<PanelPiece> pieces)
    {
        foreach (var lying in faces.Count < 2 ? [] : new[] { true, false })
        {
            var found = lines.Between(piece, faces, lying);
            if (found.Count == 0)
                continue;
            var from = lying ? piece.Top : piece.Left;
            var hasGutter = piece.HasGutter || found.Exists(line => line.IsGutter);
            foreach (var to in found.Select(line => line.At).Append(lying ? piece.Bottom : piece.Right))
            {
                var part = (lying ? piece with { Top = from, Bottom = to } : piece with { Left = from, Right = to })
                    with { HasGutter = hasGutter };
                Part(lines, part, [.. faces.Where(part.Holds)], pieces);
                from = to;
            }

            return;
        }

        pieces.Add(piece);
    }

    private static float[] Corners(List<PanelPiece> pieces, Func<double, double, (float X, float Y)> share) =>
    [
        .. from piece in pieces
           from corner in new[]
           {
               (piece.Left, piece.Top), (piece.Right, piece.Top), (piece.Right, piece.Bottom), (piece.Left, piece.Bottom),
           }
           let at = share(corner.Item1, corner.Item2)
           from value in new[] { at.X, at.Y }
           select value,
    ];
}
