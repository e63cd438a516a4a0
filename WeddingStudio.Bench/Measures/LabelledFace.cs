using CsvHelper;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench.Measures;

/// <summary>A face whose person is known. Box null = the face nearest the picture's centre.</summary>
public sealed record LabelledFace(string File, FaceBox? Box, string Identity)
{
    /// <summary>Faces nobody can tell, and false detections: they are grouped along but not counted.</summary>
    public bool Counts => Identity is not ("?" or "not_a_face");

    /// <summary>Reads `file,identity` or `file,x1,y1,x2,y2,identity`, columns by name.</summary>
    public static IReadOnlyList<LabelledFace> Read(TextReader text)
    {
        using var csv = CsvReader.Create(text);
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex("file", out _) || !csv.TryGetFieldIndex("identity", out _))
            throw new FormatException("line 1: expected the columns file and identity");

        var hasBox = csv.TryGetFieldIndex("x1", out _);
        var faces = new List<LabelledFace>();
        while (csv.Read())
        {
            FaceBox? box = hasBox
                ? new FaceBox(csv.Parse<double>("x1"), csv.Parse<double>("y1"), csv.Parse<double>("x2"), csv.Parse<double>("y2"))
                : null;
            faces.Add(new LabelledFace(csv.GetString("file"), box, csv.GetString("identity")));
        }

        return faces;
    }

    /// <summary>A detected box that shares less with a label's is another face.</summary>
    public const double FoundFromIoU = .4;

    /// <summary>
    /// For each label of one picture the index of the detected face it means, -1 where none was found: boxes one to one by
    /// best overlap from .4 on, a label without a box by its distance from the centre.
    /// </summary>
    public static int[] Match(IReadOnlyList<LabelledFace> labels, IReadOnlyList<FaceBox> found, int widthPx, int heightPx)
    {
        var match = new int[labels.Count];
        Array.Fill(match, -1);
        var overlaps = from label in Enumerable.Range(0, labels.Count)
                       where labels[label].Box is not null
                       from face in Enumerable.Range(0, found.Count)
                       let overlap = labels[label].Box!.Value.IoU(found[face])
                       where overlap >= FoundFromIoU
                       orderby overlap descending
                       select (label, face);
        foreach (var (label, face) in overlaps)
        {
            if (match[label] < 0 && !match.Contains(face))
                match[label] = face;
        }

        for (var label = 0; label < labels.Count; label++)
        {
            if (labels[label].Box is null)
                match[label] = NearestCentre(found, widthPx, heightPx);
        }

        return match;
    }

    /// <summary>Index of the face nearest the picture's centre, -1 when there is none.</summary>
    public static int NearestCentre(IReadOnlyList<FaceBox> found, int widthPx, int heightPx) => found.Count == 0 ? -1 : Enumerable
        .Range(0, found.Count)
        .MinBy(i => Math.Pow(found[i].CentreX - widthPx / 2.0, 2) + Math.Pow(found[i].CentreY - heightPx / 2.0, 2));
}
