using System.Text.Json;

namespace WeddingStudio.Bench.Sizes;

/// <summary>What everything but the models takes for a made wedding of one size.</summary>
/// <param name="AllPairsSeconds">One pass over the products of each pair of faces, once: the yardstick of People.</param>
internal sealed record SizeFigures(int Photos, int Faces, double AllPairsSeconds, IReadOnlyList<SizeFigures.Part> Parts)
{
    /// <param name="PeakMiB">The most memory the process held meanwhile.</param>
    internal sealed record Part(string Name, double Seconds, double PeakMiB);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static SizeFigures Parse(string json) => JsonSerializer.Deserialize<SizeFigures>(json, JsonSerializerOptions.Web)
        ?? throw new FormatException($"'{json}' holds no figures of a size.");

    /// <summary>A row a part, a column a size, and how much longer the largest takes than the smallest.</summary>
    public static void Print(IReadOnlyList<SizeFigures> sizes)
    {
        Console.WriteLine($"{"photos",-28}{string.Concat(sizes.Select(size => $"{size.Photos,18}"))}{"growth",9}");
        for (var i = 0; i < sizes[0].Parts.Count; i++)
        {
            var parts = sizes.Select(size => size.Parts[i]).ToList();
            Console.WriteLine(string.Concat([$"{parts[0].Name,-28}",
                .. parts.Select(part => FormattableString.Invariant($"{part.Seconds,9:0.00} s{part.PeakMiB,5:0} MB")),
                FormattableString.Invariant($"{parts[^1].Seconds / parts[0].Seconds,8:0.0}x")]));
        }

        foreach (var size in sizes)
        {
            var times = size.Parts[0].Seconds / size.AllPairsSeconds;
            Console.WriteLine(
                FormattableString.Invariant($"{size.Faces} faces: all pairs once {size.AllPairsSeconds:0.00} s, people {times:0.00}x"));
        }
    }
}
