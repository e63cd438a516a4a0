using System.Numerics.Tensors;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces.Embedding;

/// <summary>Embedders of the ArcFace kind (Deng et al. 2019): an aligned crop in, a vector out whose direction says who it is.</summary>
public sealed class ArcFaceEmbedder
{
    private readonly CropModel _model;
    private readonly FivePoints _template;
    private readonly bool _flipAveraged;

    public ArcFaceEmbedder(ModelSession session, ChosenModel model, int facesAtOnce)
    {
        var entry = model.Entry;
        if (entry is not { Decoder: "arcface", Dim: > 0, Input: { Width: > 0, Height: > 0, Template: not null } })
            throw new ModelPackException($"Embedder '{entry.Name}' in '{model.Pack.Folder}' needs decoder arcface, dim, width, height and template. Mend its manifest.");
        _model = new CropModel(session, entry.Input, facesAtOnce);
        _template = FivePoints.From([.. entry.Input.Template.Select(point => new PointPx(point[0], point[1]))]);
        _flipAveraged = entry.FlipAveraged;
        Dim = entry.Dim;
    }

    public int Dim { get; }

    /// <summary>The crop this embedder wants of a face.</summary>
    public Raster Align(Raster photo, FivePoints points) => FaceAlignment.Align(photo, points, _template, _model.WidthPx, _model.HeightPx);

    /// <summary>[faces][Dim] of unit length, in the order of the crops.</summary>
    public float[][] Embed(IReadOnlyList<Raster> crops)
    {
        var vectors = _model.Run(crops, Dim);
        if (_flipAveraged)
        {
            var mirrored = _model.Run(crops, Dim, mirrored: true);
            for (var i = 0; i < vectors.Length; i++)
                TensorPrimitives.Add(vectors[i], mirrored[i], vectors[i]);
        }

        foreach (var vector in vectors)
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vectors;
    }
}
