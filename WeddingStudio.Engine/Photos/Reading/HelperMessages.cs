using System.Text.Json.Serialization;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>The studio to its helper: open this file. Answered by an <see cref="OpenedAnswer"/>.</summary>
/// <param name="Path">Full path of the photo, or the studio's own name for the opened file.</param>
/// <param name="Name">What the photo is called, for its extension.</param>
/// <param name="TimeZone">Metadata are wanted, times without offset in this zone (IANA); null to leave them alone.</param>
internal sealed record OpenOrder(string Path, string Name, string? TimeZone);

/// <param name="Header">Null when the file is no photo that can be read; then nothing more comes.</param>
/// <param name="Problem">Why not; continues a sentence that begins with the photo's path.</param>
internal sealed record OpenedAnswer(PhotoHeader? Header, string? Problem);

/// <summary>
/// Read the pixels of the opened file. Answered by a <see cref="PixelsAnswer"/>, and by a <see cref="FactsAnswer"/> where metadata
/// were asked for: last, because they may cost the helper, and the picture is fine without.
/// </summary>
/// <param name="Memory">Where the upright picture goes, [height, width, 3] bytes: the name of a <see cref="SharedMemory"/>; null for no pixels.</param>
/// <param name="Bytes">Size of that memory.</param>
/// <param name="OwnBytes">The most memory the helper may take for itself meanwhile.</param>
/// <param name="CpuSeconds">The most processor time the pixels may cost.</param>
internal sealed record PixelsOrder(string? Memory, long Bytes, long OwnBytes, double CpuSeconds);

/// <param name="Problem">Null when all pixels are there; else nothing more comes.</param>
internal sealed record PixelsAnswer(string? Problem);

internal sealed record FactsAnswer(ExifFacts Exif, WrittenExif Written)
{
    public static readonly FactsAnswer Nothing = new(default, WrittenExif.Nothing);
}

/// <summary>Made at compile time: a helper is ready the sooner.</summary>
[JsonSerializable(typeof(OpenOrder))]
[JsonSerializable(typeof(OpenedAnswer))]
[JsonSerializable(typeof(PixelsOrder))]
[JsonSerializable(typeof(PixelsAnswer))]
[JsonSerializable(typeof(FactsAnswer))]
internal sealed partial class HelperJson : JsonSerializerContext;
