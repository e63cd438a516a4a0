using System.Numerics.Tensors;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces;

/// <summary>The straight lines between faces that part a piece of a picture from edge to edge.</summary>
/// <param name="picture">Where to look.</param>
/// <param name="leaning">It was turned, so that its edges are not those of the photo: the ends of a line may be
/// anything, and only flat gutters count.</param>
internal sealed class PanelLines(Luma picture, bool leaning = false)
{
    /// <summary>A jump is measured over so many pixels: a picture made smaller spreads an edge over two.</summary>
    private const int Reach = 3;

    /// <summary>How far from a line the picture goes on as usual.</summary>
    private const int Aside = 6;

    /// <summary>Luma steps of 255 that are a jump; compression makes smaller ones.</summary>
    private const float Jump = 10;

    /// <summary>Root mean square of the jumps along a line worth a closer look, and how many times that of the lines beside it.</summary>
    private const double LeastJump = 5, TimesAround = 1.3;

    /// <summary>
    /// Of a line's pixels that must jump, beside a flat gutter and without one. Of 1,700 lines between portraits of LFW laid side by side 1
    /// in 100 is below .55; of 160 photos of drawn weddings, friends and dlib that are one picture each a line of .6
    /// is found in 7, of .45 in 21, a gutter in none.
    /// </summary>
    private const double BesideGutter = .3, Anywhere = .6;

    /// <summary>How many more pixels jump on a line than on those beside it.</summary>
    private const double MoreThanAround = .25;

    /// <summary>Of a gutter's pixels that have its colour, and how near they come to it.</summary>
    private const double Flat = .95;
    private const float FlatWithin = 10;

    /// <summary>Of the picture's long side; what is flat further than that is a wall or the sky.</summary>
    private const double WidestGutter = .06;

    /// <summary>Of a face's box on either side that may lie beyond a line: a panel may cut a head off, and boxes are generous.</summary>
    private const double Beyond = .2;

    /// <summary>Of a line at either end that is not looked at in a turned picture.</summary>
    private const double LooseEnd = .12;

    /// <param name="At">Where the next part begins.</param>
    public readonly record struct Line(int At, bool IsGutter, double Jumping);

    public PanelPiece Whole => new(0, 0, picture.WidthPx, picture.HeightPx);

    /// <param name="piece">Where to look.</param>
    /// <param name="faces">Those in the piece.</param>
    /// <param name="lying">Lines from left to right; else from top to bottom.</param>
    /// <returns>In order, at most one line between two faces.</returns>
    public List<Line> Between(PanelPiece piece, IReadOnlyList<FaceBox> faces, bool lying)
    {
        var start = lying ? piece.Top : piece.Left;
        List<Line> lines = [];
        var from = double.NaN;
        foreach (var (first, last) in faces.Select(face => Core(face, lying)).OrderBy(core => core))
        {
            if (first > from && Best(piece, (int)Math.Ceiling(from) - start, (int)first - start, lying) is { } line)
                lines.Add(line with { At = start + line.At });
            from = Math.Max(double.IsNaN(from) ? last : from, last);
        }

        return lines;
    }

    private static (double First, double Last) Core(FaceBox face, bool lying) => lying
        ? (face.Y1 + Beyond * face.HeightPx, face.Y2 - Beyond * face.HeightPx)
        : (face.X1 + Beyond * face.WidthPx, face.X2 - Beyond * face.WidthPx);

    /// <summary>The line between two places on which most of the picture jumps, gutters first; null when none parts it.</summary>
    private Line? Best(PanelPiece piece, int from, int to, bool lying)
    {
        (from, to) = (Math.Max(2 + Aside, from - Aside), Math.Min((lying ? piece.HeightPx : piece.WidthPx) - 3 - Aside, to + Aside));
        var profile = to <= from ? [] : lying ? Lying(piece, from, to) : Standing(piece, from, to);
        var lined = new Lined(picture, piece, lying, leaning);
        Line? best = null;
        for (var i = Aside; i < profile.Length - Aside; i++)
        {
            if (profile[i] >= LeastJump && profile[i] >= profile[i - 1] && profile[i] >= profile[i + 1]
                && profile[i] >= TimesAround * Around(profile, i)
                && lined.Parts(from + i) is { } line && (line.IsGutter || !leaning)
                && (best is not { } other || (line.IsGutter, line.Jumping).CompareTo((other.IsGutter, other.Jumping)) > 0))
                best = line;
        }

        return best;
    }

    private static double Around(double[] profile, int at) =>
        Enumerable.Range(Reach + 1, Aside - Reach).Average(away => (profile[at - away] + profile[at + away]) / 2);

    // [lines] root mean square of the jumps from two rows above a line to one below it.
    private double[] Lying(PanelPiece piece, int from, int to) =>
    [
        .. Enumerable.Range(from, to - from + 1)
            .Select(at => TensorPrimitives.Distance(Row(piece, at + 1), Row(piece, at - 2)) / Math.Sqrt(piece.WidthPx)),
    ];

    // The same for columns, all of them at once row by row.
    private double[] Standing(PanelPiece piece, int from, int to)
    {
        var count = to - from + 1;
        var (jumps, squares) = (new float[count], new float[count]);
        for (var y = 0; y < piece.HeightPx; y++)
        {
            var row = Row(piece, y);
            TensorPrimitives.Subtract(row.Slice(from + 1, count), row.Slice(from - 2, count), jumps);
            TensorPrimitives.MultiplyAdd(jumps, jumps, squares, squares);
        }

        return Array.ConvertAll(squares, sum => Math.Sqrt(sum / piece.HeightPx));
    }

    private ReadOnlySpan<float> Row(PanelPiece piece, int y) =>
        picture.Values.AsSpan((piece.Top + y) * picture.WidthPx + piece.Left, piece.WidthPx);

    /// <summary>A piece seen along its lines.</summary>
    private readonly struct Lined(Luma picture, PanelPiece piece, bool lying, bool leaning)
    {
        private readonly int _from = (int)((leaning ? LooseEnd : 0) * (lying ? piece.WidthPx : piece.HeightPx));
        private readonly int _lines = lying ? piece.HeightPx : piece.WidthPx;
        private readonly int _to = (int)((leaning ? 1 - LooseEnd : 1) * (lying ? piece.WidthPx : piece.HeightPx));

        /// <summary>Null when too little of the picture jumps to be parted there.</summary>
        public Line? Parts(int at)
        {
            var jumping = Jumping(at);
            var isGutter = IsGutter(at + 2, 1) || IsGutter(at - 3, -1);
            return jumping >= (isGutter ? BesideGutter : Anywhere)
                && jumping >= (Jumping(at - Aside) + Jumping(at + Aside)) / 2 + MoreThanAround ? new Line(at, isGutter, jumping) : null;
        }

        private float At(int line, int along) => lying
            ? picture.Values[(piece.Top + line) * picture.WidthPx + piece.Left + along]
            : picture.Values[(piece.Top + along) * picture.WidthPx + piece.Left + line];

        private double Jumping(int at)
        {
            var count = 0;
            for (var along = _from; along < _to; along++)
                count += Math.Abs(At(at + 1, along) - At(at - 2, along)) >= Jump ? 1 : 0;
            return (double)count / Math.Max(1, _to - _from);
        }

        /// <summary>Flat from a line on, but not for long, and then it jumps again; a leaning one may have lost its other edge.</summary>
        private bool IsGutter(int line, int step)
        {
            var widest = WidestGutter * Math.Max(picture.WidthPx, picture.HeightPx);
            var flat = 0;
            while (flat <= widest && line >= 0 && line < _lines && IsFlat(line))
                (flat, line) = (flat + 1, line + step);
            var end = step > 0 ? line : line + 1;
            return flat >= 2 && flat <= widest && (leaning || (end >= 2 && end < _lines - 1 && Jumping(end) >= BesideGutter));
        }

        private bool IsFlat(int line)
        {
            var sum = 0f;
            for (var along = _from; along < _to; along++)
                sum += At(line, along);
            var mean = sum / Math.Max(1, _to - _from);
            var count = 0;
            for (var along = _from; along < _to; along++)
                count += Math.Abs(At(line, along) - mean) <= FlatWithin ? 1 : 0;
            return count >= Flat * (_to - _from);
        }
    }
}
