namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>One of EXIF's three times: its tag, and those of its fraction of a second and its offset (EXIF 2.32, 4.6.5).</summary>
internal readonly record struct ExifTime(ushort Tag, ushort Fraction, ushort Offset)
{
    public static readonly ExifTime Original = new(0x9003, 0x9291, 0x9011);
    public static readonly ExifTime Digitised = new(0x9004, 0x9292, 0x9012);
    public static readonly ExifTime Changed = new(0x0132, 0x9290, 0x9010);
}
