using System.Globalization;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Bench.Albums;

/// <summary>The faces of one picture; Problem says why there are none when the picture could not be read.</summary>
internal sealed record PictureFaces(string Name, int WidthPx, int HeightPx, IReadOnlyList<FaceReading> Faces, string? Problem = null)
{
    /// <summary>As <see cref="Engine.Data.Photo.Panels"/>.</summary>
    public float[] Panels { get; init; } = [];

    /// <summary>The face nearest the centre among those large enough to embed; null when there is none.</summary>
    public FaceReading? Central
    {
        get
        {
            var embedded = Faces.Where(f => f.Embedding.Length > 0).ToList();
            var at = LabelledFace.NearestCentre([.. embedded.Select(f => f.Box)], WidthPx, HeightPx);
            return at < 0 ? null : embedded[at];
        }
    }

    /// <summary>
    /// Reads pictures side by side; the answer keeps their order. Pictures that cannot be read are named on standard error.
    /// </summary>
    /// <param name="names">What they are called.</param>
    /// <param name="path">Where they lie.</param>
    /// <param name="reader">Finds the faces.</param>
    /// <param name="models">Those of the reader, to look for panels too.</param>
    public static IReadOnlyList<PictureFaces> ReadAll(
        IReadOnlyList<string> names, Func<string, string> path, FaceReader reader, ModelSet? models = null) =>
        ReadAll(names, path, picture => picture, reader, models);

    /// <param name="names">What they are called.</param>
    /// <param name="path">Where they lie.</param>
    /// <param name="change">What is done to a picture before faces are looked for.</param>
    /// <param name="reader">Finds the faces.</param>
    /// <param name="models">Those of the reader, to look for panels too.</param>
    public static IReadOnlyList<PictureFaces> ReadAll(
        IReadOnlyList<string> names, Func<string, string> path, Func<Raster, Raster> change, FaceReader reader, ModelSet? models = null)
    {
        var read = new PictureFaces[names.Count];
        var done = 0;
        Parallel.For(0, names.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            read[i] = Read(names[i], path(names[i]), change, reader, models);
            if (Interlocked.Increment(ref done) % 500 == 0)
                Console.Error.WriteLine($"{done} of {names.Count} pictures");
        });
        foreach (var failed in read.Where(r => r.Problem is not null))
            Console.Error.WriteLine($"'{failed.Name}' {failed.Problem}");
        return read;
    }

    public static PictureFaces Of(string name, Raster picture, FaceReader reader, ModelSet? models)
    {
        var faces = reader.Read(picture);
        if (models is null || faces.Count < 2)
            return new PictureFaces(name, picture.WidthPx, picture.HeightPx, faces);
        var small = FrameMeasures.Small(picture);
        return new PictureFaces(name, picture.WidthPx, picture.HeightPx, faces)
        {
            Panels = Engine.Faces.Panels.Find(small,
                [.. faces.Select(face => PanelFace.Of(face.Box, face.Embedding, face.Quality, (double)small.WidthPx / picture.WidthPx))],
                models.Clustering.OnePersonFrom()),
        };
    }

    /// <summary>A face for grouping.</summary>
    /// <param name="photo">The number of this picture.</param>
    /// <param name="face">One of <see cref="Faces"/>.</param>
    /// <param name="at">Its number among those that are grouped.</param>
    public FaceVector Vector(int photo, FaceReading face, int at) => new(
        string.Create(CultureInfo.InvariantCulture, $"{photo:000000}-{at:0000}"), photo, face.Box.WidthPx, face.Embedding,
        face.Seeds(WidthPx, HeightPx), Quality: face.Quality,
        Panel: Engine.Faces.Panels.At(Panels, face.Box.CentreX / WidthPx, face.Box.CentreY / HeightPx));

    private static PictureFaces Read(string name, string path, Func<Raster, Raster> change, FaceReader reader, ModelSet? models)
    {
        try
        {
            return Of(name, change(PhotoReader.Read(path)), reader, models);
        }
        catch (PhotoProblemException problem)
        {
            return new PictureFaces(name, 0, 0, [], problem.Message);
        }
    }
}
