using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// Goes between the studio and a helper, field by field. Written by hand: a helper is ready a quarter sooner than
/// with a serializer that has to be compiled first.
/// </summary>
internal interface IHelperMessage<TSelf>
    where TSelf : IHelperMessage<TSelf>
{
    void Write(BinaryWriter to);

    static abstract TSelf Read(BinaryReader from);
}

/// <summary>The studio to its helper: open this file. Answered by an <see cref="OpenedAnswer"/>.</summary>
/// <param name="Path">Full path of the photo, or the studio's own name for the opened file.</param>
/// <param name="Name">What the photo is called, for its extension.</param>
/// <param name="TimeZone">Metadata are wanted, times without offset in this zone (IANA); null to leave them alone.</param>
internal sealed record OpenOrder(string Path, string Name, string? TimeZone) : IHelperMessage<OpenOrder>
{
    public static OpenOrder Read(BinaryReader from) => new(from.ReadString(), from.ReadString(), from.ReadText());

    public void Write(BinaryWriter to)
    {
        to.Write(Path);
        to.Write(Name);
        to.WriteText(TimeZone);
    }
}

/// <param name="Header">Null when the file is no photo that can be read; then nothing more comes.</param>
/// <param name="Problem">Why not; continues a sentence that begins with the photo's path.</param>
internal sealed record OpenedAnswer(PhotoHeader? Header, PhotoProblem? Problem) : IHelperMessage<OpenedAnswer>
{
    public static OpenedAnswer Read(BinaryReader from)
    {
        var problem = from.ReadProblem();
        return new(problem is null ? new((PhotoFormat)from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt64())
            : null, problem);
    }

    public void Write(BinaryWriter to)
    {
        to.WriteText(Problem?.ToString());
        if (Header is not { } header)
            return;
        to.Write((int)header.Format);
        to.Write(header.WidthPx);
        to.Write(header.HeightPx);
        to.Write(header.DecodeBytes);
    }
}

/// <summary>
/// Read the pixels of the opened file. Answered by a <see cref="PixelsAnswer"/>, and by a <see cref="FactsAnswer"/> where metadata
/// were asked for: last, because they may cost the helper, and the picture is fine without.
/// </summary>
/// <param name="Memory">Where the upright picture goes, [height, width, 3] bytes: the name of a
/// <see cref="SharedMemory"/>; null for no pixels.</param>
/// <param name="Number">Of that memory: another may get its name.</param>
/// <param name="Bytes">Size of that memory.</param>
/// <param name="Wish">Which pixels.</param>
/// <param name="OwnBytes">The most memory the helper may take for itself meanwhile.</param>
/// <param name="CpuSeconds">The most processor time the pixels may cost.</param>
internal sealed record PixelsOrder(string? Memory, long Number, long Bytes, PixelWish Wish, long OwnBytes, double CpuSeconds)
    : IHelperMessage<PixelsOrder>
{
    public static PixelsOrder Read(BinaryReader from) => new(
        from.ReadText(), from.ReadInt64(), from.ReadInt64(),
        new PixelWish(from.ReadInt32(), [.. Enumerable.Range(0, from.ReadInt32())
            .Select(_ => new PixelRect(from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt32()))]),
        from.ReadInt64(), from.ReadDouble());

    public void Write(BinaryWriter to)
    {
        to.WriteText(Memory);
        to.Write(Number);
        to.Write(Bytes);
        to.Write(Wish.Shrink);
        to.Write(Wish.Parts.Count);
        foreach (var part in Wish.Parts)
        {
            to.Write(part.Left);
            to.Write(part.Top);
            to.Write(part.WidthPx);
            to.Write(part.HeightPx);
        }

        to.Write(OwnBytes);
        to.Write(CpuSeconds);
    }
}

/// <param name="Problem">Null when all pixels are there; else nothing more comes.</param>
internal sealed record PixelsAnswer(PhotoProblem? Problem) : IHelperMessage<PixelsAnswer>
{
    public static PixelsAnswer Read(BinaryReader from) => new(from.ReadProblem());

    public void Write(BinaryWriter to) => to.WriteText(Problem?.ToString());
}

internal sealed record FactsAnswer(ExifFacts Exif, WrittenExif Written) : IHelperMessage<FactsAnswer>
{
    public static readonly FactsAnswer Nothing = new(default, WrittenExif.Nothing);

    public static FactsAnswer Read(BinaryReader from) => new(
        new(
            from.ReadBoolean() ? new DateTime(from.ReadInt64(), DateTimeKind.Utc) : null,
            from.ReadBoolean() ? new(from.ReadString(), from.ReadString(), from.ReadString()) : null,
            (TimeSource)from.ReadInt32(),
            from.ReadBoolean() ? DateOnly.FromDayNumber(from.ReadInt32()) : null),
        new(from.ReadInt32(), from.ReadText(), from.ReadText(), from.ReadText()));

    public void Write(BinaryWriter to)
    {
        to.Write(Exif.TakenAt is not null);
        if (Exif.TakenAt is { } takenAt)
            to.Write(takenAt.Ticks);
        to.Write(Exif.Camera is not null);
        if (Exif.Camera is { } camera)
        {
            to.Write(camera.Make);
            to.Write(camera.Model);
            to.Write(camera.Serial);
        }

        to.Write((int)Exif.Source);
        to.Write(Exif.Day is not null);
        if (Exif.Day is { } day)
            to.Write(day.DayNumber);
        to.Write(Written.Orientation);
        to.WriteText(Written.TakenAt);
        to.WriteText(Written.Offset);
        to.WriteText(Written.SubSeconds);
    }
}

internal static class MessageTexts
{
    public static PhotoProblem? ReadProblem(this BinaryReader from) => from.ReadText() is { } told ? PhotoProblem.Parse(told) : null;

    public static string? ReadText(this BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;

    public static void WriteText(this BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
            to.Write(text);
    }
}
