namespace WeddingStudio.Engine.Photos;

/// <summary>Where a photo's time was found, in order of trust.</summary>
public enum TimeSource
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>EXIF: when it was taken.</summary>
    Taken,

    /// <summary>EXIF: when it was made digital, the same moment for a digital camera.</summary>
    Digitised,
    Xmp,
    Iptc,

    /// <summary>Named texts of a PNG.</summary>
    Text,

    /// <summary>The last time received from satellites, which may be minutes old.</summary>
    Satellites,

    /// <summary>EXIF: when the file was last changed. Some phones write it alone.</summary>
    Changed,

    /// <summary>As phones, cameras and messengers name files.</summary>
    FileName,
}
