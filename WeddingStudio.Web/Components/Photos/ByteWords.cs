using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Photos;

public static class ByteWords
{
    /// <summary>`3.4 GB`, counted in thousands as on the label of a disk.</summary>
    public static string Bytes(this StudioWords words, long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1000 && unit < units.Length - 1; unit++)
            value /= 1000;
        return words[$"Photos.Size{units[unit]}", value];
    }
}
