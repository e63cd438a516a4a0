using System.Globalization;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;
using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Bench;

/// <summary>The questions about labelled pictures that know neither time nor clothes nor company: what likeness alone is worth.</summary>
internal static class ListQuestions
{
    public static void Print(
        IReadOnlyList<LabelledFace> labels, IReadOnlyList<PictureFaces> pictures, ClusteringSettings clustering, bool all)
    {
        var labelOf = labels.ToDictionary(label => label.File);
        var known = pictures.Select((picture, photo) => (picture.Name, Face: picture.Central, Photo: photo))
            .Where(p => p.Face is not null && labelOf.ContainsKey(p.Name)).ToList();
        var groups = BaseGrouping.Group([.. known.Select(p => new FaceVector(
            string.Create(CultureInfo.InvariantCulture, $"{p.Photo:000000}"), p.Photo, p.Face!.Box.WidthPx, p.Face.Embedding,
            p.Face.Seeds(pictures[p.Photo].WidthPx, pictures[p.Photo].HeightPx), Quality: p.Face.Quality))], clustering);
        var faces = known.Zip(groups, (p, group) =>
            new ComparedFace(p.Photo, group, p.Photo, null, p.Face!.Box.WidthPx, p.Face.Quality) { Embedding = p.Face.Embedding })
            .Where(face => face.PersonId >= 0).ToList();
        var whoOf = known.Zip(groups).GroupBy(p => p.Second, p => labelOf[p.First.Name].Identity)
            .ToDictionary(g => g.Key,
                g => g.CountBy(who => who).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).First().Key);
        QuestionFigures.Print(faces, id => whoOf.GetValueOrDefault(id), all);
    }
}
