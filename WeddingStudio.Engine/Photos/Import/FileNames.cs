using System.Text;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Lists;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// Names of files and folders that every file system takes and no scan ignores, here and wherever a download is unpacked.
/// </summary>
internal static class FileNames
{
    // 255 bytes are the limit of most file systems; the rest is room for a number.
    private const int MaxBytes = 200;

    /// <summary>The last part of what a browser sent as a file's name, made harmless.</summary>
    public static string Sanitise(string sent)
    {
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = string.Concat(last.EnumerateRunes().Where(r => r != Rune.ReplacementChar && !PlainName.TurnsDirection(r))
            .Select(r => r.ToString())).Normalize();
        var plain = string.Concat(seen.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c) ? '_' : c))
            .TrimStart('.', ' ').TrimEnd('.', ' ');
        var (stem, extension) = (Path.GetFileNameWithoutExtension(plain), Path.GetExtension(plain));
        if (Encoding.UTF8.GetByteCount(extension) > 10)
            (stem, extension) = (plain, "");

        // Cut first: what is left of a long name may be a device's.
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        stem = Cut(stem, room);
        if (stem.Length == 0 || ReservedFileNames.Has(stem))
            stem = Cut($"photo{(stem.Length == 0 ? "" : "-")}{stem}", room);
        return (stem + extension).TrimEnd('.', ' ');
    }

    /// <summary>A name made of what people wrote, in which a slash is nothing special: `Anna/Ben` is one person.</summary>
    public static string OfText(string text) => Sanitise(text.Replace('/', ' ').Replace('\\', ' '));

    /// <summary>The name itself, or with -2, -3 ... before its extension, whichever is free first.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var candidate = name;
        for (var number = 2; isTaken(candidate); number++)
            candidate = $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}";
        return candidate;
    }

    private static string Cut(string text, int maxBytes)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > maxBytes)
                break;
            kept.Append(rune);
        }

        return kept.ToString();
    }
}
