using System.Globalization;

namespace WeddingStudio.Web.Components.Photos;

public static class ByteWords
{
    /// <summary>`3.4 GB`, counted in thousands as on the label of a disk.</summary>
    public static string Of(long bytes)
    {
        string[] units = ["bytes", "kB", "MB", "GB", "TB"];
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1000 && unit < units.Length - 1; unit++)
            value /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {units[unit]}");
    }
}
