namespace WeddingStudio.Bench.Albums;

/// <summary>How booths and programs lay out several pictures.</summary>
internal static class StripForms
{
    internal sealed record Form(string Name, int Pictures, ComposedPicture Layout);

    private static readonly ComposedPicture Strip = new(), Grid = new() { Across = 2 }, Nine = new()
    {
        Across = 3, PanelWidthPx = 160, PanelHeightPx = 160,
    };

    public static readonly IReadOnlyList<Form> All =
    [
        new("strip of 4, white", 4, Strip),
        new("strip of 3, black, grey", 3, Strip with { Behind = ComposedPicture.Ground.Black, Grey = true }),
        new("strip of 4, no gutter", 4, Strip with { GutterPx = 0, BorderPx = 0 }),
        new("strip of 4, caption, round, sepia", 4, Strip with { CaptionPx = 150, RoundPx = 24, Sepia = true }),
        new("strip of 4, turned 1.5 degrees", 4, Strip with { Degrees = 1.5 }),
        new("strip of 4, turned 4 degrees", 4, Strip with { Degrees = 4, BorderPx = 16, GutterPx = 16 }),
        new("strip of 3 lying, thin lines", 3, Strip with { Across = 3, GutterPx = 2, BorderPx = 0 }),
        new("two strips of 4 side by side", 8, Grid with { GutterPx = 14 }),
        new("2x2, white", 4, Grid),
        new("2x2, no gutter, grey", 4, Grid with { GutterPx = 0, BorderPx = 0, Grey = true }),
        new("2x2, coloured", 4, Grid with { Behind = ComposedPicture.Ground.Coloured }),
        new("2x2, patterned", 4, Grid with { Behind = ComposedPicture.Ground.Patterned, GutterPx = 16, BorderPx = 24 }),
        new("3x3, black", 9, Nine with { Behind = ComposedPicture.Ground.Black }),
        new("3x3, no gutter", 9, Nine with { GutterPx = 0, BorderPx = 0 }),
        new("two beside each other, no gutter", 2, Grid with { GutterPx = 0, BorderPx = 0 }),
        new("two beside each other, white", 2, Grid),
        new("beside their mirror image", 2, Grid with { GutterPx = 0, BorderPx = 0, Mirror = true }),
        new("with a print in the hand", 2, new() { Upon = true, PanelWidthPx = 420, PanelHeightPx = 420 }),
    ];
}
