using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Inference;

namespace WeddingStudio.Tests.Faces;

public sealed class CropModelTests : IDisposable
{
    private const int SidePx = 4;

    private readonly TempPack _pack = new();
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    [Theory]
    [InlineData(0, false, 8)]
    [InlineData(0, true, 32)]
    [InlineData(3, true, 3)]
    public void The_device_decides_how_many_crops_go_in_a_call_unless_told(int wanted, bool isAccelerated, int atOnce) =>
        Assert.Equal(atOnce, CropModel.AtOnce(wanted, isAccelerated));

    [Theory]
    [InlineData(-1, 0, 2)]
    [InlineData(-1, 3, 3)]
    [InlineData(1, 0, 9)]
    public void Nine_crops_take_as_few_calls_as_the_model_allows(int pictures, int cropsAtOnce, int calls)
    {
        _pack.Put(_pack.Detector, HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, [pictures, 3, -1, -1]));
        var session = _sessions.Open(ModelSet.From(ModelLibrary.Look([_pack.Folder]), "", "").Detector);
        var crops = Enumerable.Range(1, 9)
            .Select(i => new Raster(SidePx, SidePx, [.. Enumerable.Repeat((byte)i, 3 * SidePx * SidePx)])).ToList();

        var rows = new CropModel(session, new ModelInput { Width = SidePx, Height = SidePx }, cropsAtOnce).Run(crops, 3 * SidePx * SidePx);

        Assert.Equal(calls, session.Calls);
        Assert.Equal([1, 4, 9, 16, 25, 36, 49, 64, 81], rows.Select(row => row[0]));
    }

    public void Dispose()
    {
        _sessions.Dispose();
        _pack.Dispose();
    }
}
