using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <param name="Path">Full path.</param>
/// <param name="Pixels">The whole picture is wanted.</param>
/// <param name="TimeZone">Metadata are wanted, times without offset in this zone (IANA); null for none.</param>
internal sealed record PhotoWish(string Path, bool Pixels, string? TimeZone = null)
{
    /// <param name="original">Open until the answer is there.</param>
    /// <param name="name">As <see cref="Name"/>.</param>
    /// <param name="pixels">The whole picture is wanted.</param>
    /// <param name="timeZone">Metadata are wanted.</param>
    public PhotoWish(OriginalFile original, string name, bool pixels, string? timeZone = null)
        : this(original.PathOfOpened, pixels, timeZone) => (Name, FileBytes) = (name, original.Length);

    /// <summary>What the photo is called: its extension tells apart what bytes alone cannot.</summary>
    public string Name { get; } = Path;

    public long FileBytes { get; } = new FileInfo(Path) is { Exists: true, Length: var bytes } ? bytes : 0;
}

/// <summary>What a helper read of a photo.</summary>
/// <param name="Header">Format and size.</param>
/// <param name="Raster">In the lane's memory; null when not wished for.</param>
/// <param name="Facts">What its metadata say; nothing when not wished for.</param>
/// <param name="Share">Of the memory for open photos.</param>
internal sealed record PhotoContent(PhotoHeader Header, Raster? Raster, FactsAnswer Facts, IDisposable? Share);
