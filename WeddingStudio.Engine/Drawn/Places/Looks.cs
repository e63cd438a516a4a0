namespace WeddingStudio.Engine.Drawn.Places;

/// <summary>
/// The looks of a drawing: the seeds whose pictures were looked at and in which the detector finds no face. Flowers scattered
/// freely look like a face to it now and then, about once in a hundred pictures, and a false face would spoil the truth of a
/// drawn wedding.
/// </summary>
internal static class Looks
{
    /// <summary>One random number chooses the look, the look's own numbers draw it.</summary>
    public static Painter Of(Painter painter, params int[] seeds) =>
        (svg, width, random) => painter(svg, width, new Random(seeds[random.Next(seeds.Length)]));
}
