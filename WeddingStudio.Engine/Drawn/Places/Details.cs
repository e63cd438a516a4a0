namespace WeddingStudio.Engine.Drawn.Places;

/// <summary>A photo without people; the drawing fills the canvas.</summary>
internal sealed record Detail(string Name, Painter Draw);

internal static class Details
{
    public static readonly IReadOnlyList<Detail> All = [];
}
