namespace WeddingStudio.Drawn.Places;

/// <summary>
/// The looks of a drawing: seeds in whose pictures, at four aspect ratios, the detector finds no face. Flowers scattered
/// freely look like a face to it in one picture of twenty, and a false face would spoil the truth of a
/// drawn wedding.
/// </summary>
internal static class Checked
{
    /// <summary>One random number chooses the look, the look's own numbers draw it.</summary>
    public static Painter Of(Painter painter, params int[] seeds) =>
        (svg, width, random) => painter(svg, width, new Random(seeds[random.Next(seeds.Length)]));
}
