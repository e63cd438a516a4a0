using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>What of a photo is wanted.</summary>
internal enum PhotoWant
{
    /// <summary>No pixels.</summary>
    Metadata,

    /// <summary>Large photos reduced (<see cref="PhotoPixels.ShrinkFor"/>).</summary>
    Reduced,

    /// <summary>Large photos reduced to half at most.</summary>
    Half,

    FullSize,
}

/// <param name="Path">Full path.</param>
/// <param name="Want">Which pixels.</param>
/// <param name="TimeZone">Metadata are wanted, times without offset in this zone (IANA); null for none.</param>
internal sealed record PhotoWish(string Path, PhotoWant Want, string? TimeZone = null)
{
    /// <param name="original">Open for as long as anything of it may be read.</param>
    /// <param name="name">As <see cref="Name"/>.</param>
    /// <param name="want">Which pixels.</param>
    /// <param name="timeZone">Metadata are wanted.</param>
    public PhotoWish(OriginalFile original, string name, PhotoWant want, string? timeZone = null)
        : this(original.PathOfOpened, want, timeZone) => (Name, FileBytes) = (name, original.Length);

    /// <summary>What the photo is called: its extension tells apart what bytes alone cannot.</summary>
    public string Name { get; } = Path;

    /// <summary>Called whenever something was read: throws where it counts for nothing.</summary>
    public Action Check { get; init; } = () => { };

    public long FileBytes { get; } = new FileInfo(Path) is { Exists: true, Length: var bytes } ? bytes : 0;
}

/// <summary>What a helper read of a photo.</summary>
/// <param name="Header">Format and size.</param>
/// <param name="Raster">In the lane's memory; null when not wished for.</param>
/// <param name="Shrink">Pixels along each side that became one of the raster.</param>
/// <param name="Facts">What its metadata say; nothing when not wished for.</param>
/// <param name="Share">Of the memory for open photos.</param>
internal sealed record PhotoContent(PhotoHeader Header, Raster? Raster, int Shrink, FactsAnswer Facts, IDisposable? Share);
