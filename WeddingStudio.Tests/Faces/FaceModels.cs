using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Faces;

/// <summary>The reference models, loaded once per test class.</summary>
public sealed class FaceModels : IDisposable
{
    private readonly Lazy<ModelSet> _models = new(() => ModelSet.From(ModelLibrary.Look([SharedFiles.Require("models")]), "", ""));

    public SessionFactory Sessions { get; } = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    public ModelSet Models => _models.Value;

    public FaceReader Reader(ModelSet models) => FaceReader.Open(models, Sessions, new FacesOptions());

    public FaceReader Reader(FacesOptions? options = null) => FaceReader.Open(Models, Sessions, options ?? new FacesOptions());

    public static Raster Picture(string path)
    {
        using var image = NetVips.Image.NewFromFile(path);
        using var rgb = image.Colourspace(NetVips.Enums.Interpretation.Srgb);
        return new Raster(rgb.Width, rgb.Height, rgb.ExtractBand(0, 3).WriteToMemory<byte>());
    }

    public static Raster Mirrored(Raster picture)
    {
        var rgb = new byte[picture.Rgb.Length];
        for (var y = 0; y < picture.HeightPx; y++)
        {
            for (var x = 0; x < picture.WidthPx; x++)
                picture.Row(y).Slice(3 * x, 3).CopyTo(rgb.AsSpan(3 * (y * picture.WidthPx + picture.WidthPx - 1 - x)));
        }

        return new Raster(picture.WidthPx, picture.HeightPx, rgb);
    }

    public void Dispose() => Sessions.Dispose();
}
