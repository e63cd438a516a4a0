using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench.Measures;

/// <summary>A true face and what was found of it; Found is null for a face that was missed.</summary>
public sealed record JudgedFace(TruePhoto Photo, TrueFace Truth, FoundFace? Found)
{
    public double WidthPx => Truth.Box[2] - Truth.Box[0];
    public double HeightPx => Truth.Box[3] - Truth.Box[1];

    /// <summary>From the issue: smaller faces and those turned further away are found by luck.</summary>
    public bool ShouldBeFound => WidthPx >= 32 && Math.Abs(Truth.YawDegrees) <= 30;
}

/// <summary>Every true face with what was found of it, and what was found where there is no face.</summary>
public sealed record TruthMatch(IReadOnlyList<JudgedFace> Faces, IReadOnlyList<FoundFace> False)
{
    /// <summary>Boxes one to one by best overlap from .4 on, photo by photo. Photos that were not looked at are left out.</summary>
    public static TruthMatch Of(IEnumerable<TruePhoto> photos, IEnumerable<FoundFace> found)
    {
        var byPhoto = found.ToLookup(face => face.PhotoId);
        List<JudgedFace> judged = [];
        List<FoundFace> wrong = [];
        foreach (var photo in photos)
        {
            FoundFace[] here = [.. byPhoto[photo.PhotoId]];
            var match = LabelledFace.Match(
                [.. photo.Faces.Select(face =>
                    new LabelledFace(photo.PhotoId, new FaceBox(face.Box[0], face.Box[1], face.Box[2], face.Box[3]), ""))],
                [.. here.Select(face => face.Box)], 0, 0);
            judged.AddRange(photo.Faces.Select((face, i) => new JudgedFace(photo, face, match[i] < 0 ? null : here[match[i]])));
            wrong.AddRange(here.Where((_, i) => !match.Contains(i)));
        }

        return new TruthMatch(judged, wrong);
    }

    /// <summary>Faces of people, guests and strangers alike; those on posters are none.</summary>
    public IEnumerable<JudgedFace> OfPeople => Faces.Where(face => face.Truth.Person is not null);

    public IEnumerable<JudgedFace> OnPosters => Faces.Where(face => face.Truth.Person is null);
}
