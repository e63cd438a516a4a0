using System.Numerics.Tensors;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Embedding;

/// <summary>
/// Embedders: an aligned crop in, a vector out whose direction says who it is. The families were trained towards other
/// losses (FaceNet, Schroff et al. 2015; CosFace, Wang et al. 2018; ArcFace, Deng et al. 2019; AdaFace, Kim et al. 2022) and are
/// used alike: size, template, channels and normalisation are the manifest's.
/// </summary>
public sealed class FaceEmbedder
{
    private static readonly string[] Families = ["adaface", "arcface", "cosface", "facenet"];

    private readonly CropModel _model;
    private readonly FivePoints _template;
    private readonly string _output;
    private readonly bool _flipAveraged;

    /// <summary>
    /// Throws <see cref="ModelPackException"/> for a family this program does not know or a manifest that says too little.
    /// </summary>
    public FaceEmbedder(ModelSession session, ChosenModel model, int facesAtOnce)
    {
        var entry = model.Entry;
        var name = $"Embedder '{entry.Name}' in '{model.Pack.Folder}'";
        if (!Families.Contains(entry.Decoder))
            throw new ModelPackException($"{name} needs the decoder '{entry.Decoder}'; this program knows: {string.Join(", ", Families)}.");
        if (entry is not { Dim: > 0, Input: { Width: > 0, Height: > 0 } })
            throw new ModelPackException($"{name} needs dim, width and height. Fix its manifest.");
        _template = Template(entry.Input) ?? throw new ModelPackException($"{name} needs a template for its "
            + $"{entry.Input.Width}x{entry.Input.Height} pixels. Fix its manifest.");
        _output = entry.Options.Output ?? session.OutputNames[0];
        if (!session.OutputNames.Contains(_output))
            throw new ModelPackException($"{name} has no output '{_output}', only {string.Join(", ", session.OutputNames)}. "
                + "Fix its manifest.");
        _model = new CropModel(session, entry.Input, facesAtOnce);
        _flipAveraged = entry.FlipAveraged;
        Dim = entry.Dim;
    }

    public int Dim { get; }

    /// <summary>The crop this embedder wants of a face.</summary>
    public Raster Align(PhotoPixels photo, FivePoints points) =>
        FaceAlignment.Align(photo, points, _template, _model.WidthPx, _model.HeightPx);

    /// <summary>
    /// [faces][Dim] of unit length, in the order of the crops. Throws <see cref="ModelPackException"/> when the model gives anything else.
    /// </summary>
    public float[][] Embed(IReadOnlyList<Raster> crops)
    {
        var vectors = _model.Run(crops, Dim, output: _output);
        if (_flipAveraged)
        {
            var mirrored = _model.Run(crops, Dim, mirrored: true, _output);
            for (var i = 0; i < vectors.Length; i++)
                TensorPrimitives.Add(vectors[i], mirrored[i], vectors[i]);
        }

        foreach (var vector in vectors)
            TensorPrimitives.Divide(vector, LengthOf(vector), vector);
        return vectors;
    }

    private static FivePoints? Template(ModelInput input) => input switch
    {
        { Template: { } points } => FivePoints.From([.. points.Select(point => new PointPx(point[0], point[1]))]),
        { Width: FaceAlignment.SizePx, Height: FaceAlignment.SizePx } => FaceAlignment.Template,
        _ => null,
    };

    private float LengthOf(float[] vector) => TensorPrimitives.Norm<float>(vector) is > 0 and < float.PositiveInfinity and var length
        ? length
        : throw new ModelPackException($"Model '{_model.Name}' gave a face a vector without direction (zeros or no numbers). "
            + "Its manifest names the wrong normalisation or output, or the file is damaged.");
}
