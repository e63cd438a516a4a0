namespace WeddingStudio.Engine.Data.Files;

/// <summary>
/// Names that Windows keeps for devices: it opens one of them whatever follows the first dot, and no
/// such file or folder can be made or copied there.
/// </summary>
internal static class ReservedFileNames
{
    private static readonly HashSet<string> Names = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
            .. "0123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Has(string name) => Names.Contains(name.Split('.')[0].TrimEnd(' '));
}
