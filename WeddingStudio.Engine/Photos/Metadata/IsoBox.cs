using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>A box of ISO/IEC 14496-12: its content lies from <paramref name="Begin"/> to <paramref name="End"/>.</summary>
internal readonly record struct IsoBox(string Type, int Begin, int End)
{
    private const int MostBoxes = 4096;

    /// <summary>
    /// The boxes one after the other in <paramref name="bytes"/>, from <paramref name="at"/>; the last one may be cut off.
    /// </summary>
    public static List<IsoBox> In(byte[] bytes, int at)
    {
        List<IsoBox> boxes = [];
        var view = new ByteView(bytes);
        while (boxes.Count < MostBoxes && at + 8 <= bytes.Length)
        {
            var (type, begin, end) = At(view, at, bytes.Length - at);
            if (end <= 0)
                break;
            boxes.Add(new(type, (int)Math.Min(at + begin, bytes.Length), (int)Math.Min(at + end, bytes.Length)));
            at = (int)Math.Min(at + end, bytes.Length);
        }

        return boxes;
    }

    /// <summary>The first boxes of a file: type, and where content begins and ends in it.</summary>
    public static IEnumerable<(string Type, long Begin, long End)> In(Stream file, int most)
    {
        long at = 0;
        for (var boxes = 0; boxes < most && file.ReadAt(at, 16) is { Length: >= 8 } head; boxes++)
        {
            var (type, begin, end) = At(new ByteView(head), 0, file.Length - at);
            if (end <= 0)
                yield break;
            yield return (type, at + begin, at + end);
            at += end;
        }
    }

    /// <summary>Type, and where content begins and ends counted from the box; an end of 0 means that there is no box.</summary>
    public static (string Type, long Begin, long End) At(ByteView view, long at, long left)
    {
        long size = view.U32(at), begin = 8;
        if (size == 1)
            (size, begin) = ((long)Math.Min(view.U64(at + 8), long.MaxValue / 2), 16);
        else if (size == 0)
            size = left; // To the end of the file.
        return (Encoding.ASCII.GetString(view.Slice(at + 4, 4)), begin, size < begin ? 0 : size);
    }
}
