using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Bench.Albums;

/// <summary>Ordinary pictures of known people, and others of the same people to compose strips and collages from.</summary>
internal sealed class StripAlbum
{
    /// <summary>Faces this much larger than their box show head and shoulders; smaller ones than this are no picture of a booth.</summary>
    private const double HeadAndShoulders = 1.9, LeastFacePx = 50;

    private readonly IReadOnlyList<LabelledFace> _labels;
    private readonly IReadOnlyList<PictureFaces> _ordinary;
    private readonly List<(string Identity, Raster[] Pictures)> _spare;

    private StripAlbum(IReadOnlyList<LabelledFace> labels, IReadOnlyList<PictureFaces> ordinary, List<(string, Raster[])> spare) =>
        (_labels, _ordinary, _spare) = (labels, ordinary, spare);

    /// <param name="Score">Of the ordinary faces alone.</param>
    /// <param name="Placed">Composed faces in the group that has most of their person's ordinary ones.</param>
    /// <param name="Shown">Pairs of a composed picture and somebody in it; of these those of whom a face is placed.</param>
    internal readonly record struct Figures(BCubed Score, int Ordinary, int People, int Composed, int Placed, int Shown, int Reached);

    /// <summary>A composed picture and who is in it, by panel.</summary>
    internal sealed record Composed(PictureFaces Faces, IReadOnlyList<(FaceBox Panel, string Identity)> Shown);

    public static StripAlbum Read(
        IReadOnlyList<LabelledFace> labels, string images, int people, int each, FaceReader reader, ModelSet models)
    {
        var boxed = labels[0].Box is not null;
        var chosen = labels.Where(l => l.Counts).GroupBy(l => l.Identity).Where(person => boxed || person.Count() >= each + 4)
            .Take(people).ToList();
        IReadOnlyList<LabelledFace> ordinary = boxed ? labels : [.. chosen.SelectMany(person => person.Take(each))];
        var spare = chosen.ConvertAll(person => (person.Key, boxed
            ? [.. person.Where(l => l.Box!.Value.WidthPx >= LeastFacePx)
                .Select(l => Crop(PhotoReader.Read(Path.Combine(images, l.File)), l.Box!.Value))]
            : person.Skip(each).Take(24).Select(l => PhotoReader.Read(Path.Combine(images, l.File))).ToArray()));
        return new StripAlbum(ordinary, PictureFaces.ReadAll([.. ordinary.Select(l => l.File).Distinct()],
            file => Path.Combine(images, file), reader, models), spare.FindAll(person => person.Item2.Length > 0));
    }

    /// <summary>Pictures of one form: the first of one person, the second of three, and so on; nothing depends on chance.</summary>
    public List<Composed> Compose(StripForms.Form form, int count, FaceReader reader, ModelSet models) =>
        [.. Enumerable.Range(0, count).Select(n =>
        {
            var random = new Random(n);
            var people = Enumerable.Range(0, n % 2 == 0 ? 1 : 3).Select(i => _spare[(n / 2 + 2 * i) % _spare.Count]).ToArray();
            var shown = Enumerable.Range(0, form.Pictures).Select(i => people[form.Layout.Mirror ? 0 : i % people.Length]).ToArray();
            var picture = form.Layout.Of([.. shown.Select(person => person.Pictures[random.Next(person.Pictures.Length)])]);
            var file = Path.GetTempFileName();
            JpegWriter.Save(picture, file, 90);
            var faces = PictureFaces.Of($"composed-{n}", PhotoReader.Read(file), reader, models);
            File.Delete(file);
            return new Composed(faces, [.. shown.Select((person, i) => (form.Layout.Panel(i, form.Pictures), person.Identity))]);
        })];

    /// <param name="composed">What comes to the ordinary pictures.</param>
    /// <param name="clustering">How the pack wants its vectors grouped.</param>
    /// <param name="cut">Every composed face as if it had a photo of its own.</param>
    public Figures With(IReadOnlyList<Composed> composed, ClusteringSettings clustering, bool cut = false)
    {
        var (faces, known) = Lay(composed);
        if (cut)
            faces = [.. faces.Select((face, i) => face.PhotoId < _ordinary.Count ? face : face with { PhotoId = _ordinary.Count + i })];
        var groups = BaseGrouping.Group(faces, clustering);
        var ordinary = known.FindAll(k => k.Composed < 0);
        var most = ordinary.GroupBy(k => k.Identity)
            .ToDictionary(person => person.Key, person => person.CountBy(k => groups[k.Face]).MaxBy(g => g.Value).Key);
        var others = known.FindAll(k => k.Composed >= 0 && most.ContainsKey(k.Identity));
        bool IsPlaced((string Identity, int Face, int Composed) k) => groups[k.Face] == most[k.Identity];
        var shown = others.GroupBy(k => (k.Composed, k.Identity)).ToList();
        return new Figures(BCubed.Of([.. ordinary.Select(k => groups[k.Face])], [.. ordinary.Select(k => k.Identity)]), ordinary.Count,
            groups.Where(g => g >= 0).Distinct().Count(), others.Count, others.Count(IsPlaced), shown.Count,
            shown.Count(person => person.Any(IsPlaced)));
    }

    private (List<FaceVector> Faces, List<(string Identity, int Face, int Composed)> Known) Lay(IReadOnlyList<Composed> composed)
    {
        List<FaceVector> faces = [];
        List<(string Identity, int Face, int Composed)> known = [];
        var labelsOf = _labels.ToLookup(label => label.File);
        foreach (var (photo, picture) in _ordinary.Index())
        {
            var own = labelsOf[picture.Name].ToList();
            IReadOnlyList<FaceReading> readings = own[0].Box is not null ? picture.Faces : picture.Central is { } central ? [central] : [];
            var match = LabelledFace.Match(own, [.. readings.Select(r => r.Box)], picture.WidthPx, picture.HeightPx);
            known.AddRange(own.Zip(match).Where(pair => pair.First.Counts && pair.Second >= 0)
                .Select(pair => (pair.First.Identity, faces.Count + pair.Second, -1)));
            faces.AddRange(readings.Select((r, i) => picture.Vector(photo, r, i)));
        }

        foreach (var (n, picture) in composed.Index())
        {
            foreach (var (panel, identity) in picture.Shown)
            {
                var inPanel = picture.Faces.Faces.Index().Where(f => f.Item.Box.CentreX > panel.X1 && f.Item.Box.CentreX < panel.X2
                    && f.Item.Box.CentreY > panel.Y1 && f.Item.Box.CentreY < panel.Y2).ToList();
                if (inPanel.Count > 0)
                    known.Add((identity, faces.Count + inPanel.MinBy(f => Math.Abs(f.Item.Box.CentreX - panel.CentreX)
                        + Math.Abs(f.Item.Box.CentreY - panel.CentreY)).Index, n));
            }

            faces.AddRange(picture.Faces.Faces.Select((r, i) => picture.Faces.Vector(_ordinary.Count + n, r, i)));
        }

        return (faces, known);
    }

    private static Raster Crop(Raster picture, FaceBox box)
    {
        var side = (int)Math.Min(Math.Min(picture.WidthPx, picture.HeightPx), HeadAndShoulders * box.HeightPx);
        return picture.Part((int)Math.Clamp(box.CentreX - side / 2.0, 0, picture.WidthPx - side),
            (int)Math.Clamp(box.CentreY - side / 2.0, 0, picture.HeightPx - side), side, side);
    }
}
