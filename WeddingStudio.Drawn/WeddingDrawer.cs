using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Drawn;

/// <summary>Draws the studio's wedding as large as section `Studio:Drawn` says.</summary>
internal sealed class WeddingDrawer(IOptions<DrawnOptions> options, TimeProvider clock) : IWeddingDrawer
{
    public string Name => DrawnWedding.Name;

    public string TimeZone => DrawnWedding.TimeZone;

    /// <summary>truth.json is written last.</summary>
    public bool IsDrawn(string directory) => File.Exists(Path.Combine(directory, TruthFile.FileName));

    public Task DrawAsync(string directory, IProgress<StageProgress> progress, CancellationToken ct) =>
        DrawnWedding.DrawAsync(options.Value, directory, new DrawingProgress(progress, clock), ct);
}
