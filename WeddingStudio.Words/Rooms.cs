namespace WeddingStudio.Words;

/// <summary>The rooms that have words: one resource file each and language, named like the folders of pages and engine.</summary>
public static class Rooms
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Access", "Corrections", "Galleries", "Inference", "Layout", "Moments", "People", "Photos", "Picks", "Shared", "Store", "Weddings",
    ];
}
