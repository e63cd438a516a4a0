using System.Text.Json;

namespace WeddingStudio.Bench.Peers;

/// <summary>What one run over a folder of photos took, ours or the script's.</summary>
/// <param name="Seconds">From the first photo to the last.</param>
/// <param name="Parts">Seconds of each part: our stages, or the script's steps.</param>
/// <param name="CpuSeconds">Of all processes of the run.</param>
/// <param name="PeakMiB">The most memory all of them held together.</param>
/// <param name="Inside">Share of the time of all lanes that was spent inside models; of ours alone.</param>
internal sealed record RunFigures(
    int Photos, int Faces, double Seconds, IReadOnlyDictionary<string, double> Parts, double CpuSeconds, double PeakMiB, double Inside = 0)
{
    /// <summary>Every photo has been looked at once: what the script does too.</summary>
    public double FirstLook => Parts.Where(part => part.Key is nameof(Stage.Photos) or nameof(Stage.Faces)).Sum(part => part.Value);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static RunFigures Parse(string json) => JsonSerializer.Deserialize<RunFigures>(json, JsonSerializerOptions.Web)
        ?? throw new FormatException($"'{json}' holds no figures of a run.");
}
