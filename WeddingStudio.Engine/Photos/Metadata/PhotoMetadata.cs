using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// What a photo's file says about itself, gathered from its container and not yet interpreted. The readers follow no chain and no
/// nesting without a limit and load single blocks of bounded size, so that no file costs more than some MB and milliseconds.
/// </summary>
internal sealed partial class PhotoMetadata
{
    /// <summary>Of one block, unpacked: real ones have some kB, XMP with an edit's whole history a few hundred.</summary>
    public const int MostBlockBytes = 4 << 20;

    /// <summary>Of each kind: real photos have one or two.</summary>
    private const int MostBlocks = 8;

    private const ushort ExifDirectory = 0x8769, PositionDirectory = 0x8825;
    private const ushort XmpTag = 700, IptcTag = 33723, PhotoshopTag = 34377;

    private readonly List<byte[]> _iptc = [];

    /// <summary>Directories that describe the picture, its taking and the place; mostly one each.</summary>
    public List<TiffDirectory> Main { get; } = [];
    public List<TiffDirectory> Exif { get; } = [];
    public List<TiffDirectory> Position { get; } = [];
    public IReadOnlyList<byte[]> Iptc => _iptc;

    /// <summary>What the photo's XMP packets say, by name such as `exif:DateTimeOriginal`.</summary>
    public List<Dictionary<string, string>> XmpValues { get; } = [];

    /// <summary>Named texts of a PNG.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Directories read their values from <paramref name="file"/>, which therefore has to stay open.</summary>
    public static PhotoMetadata Read(Stream file)
    {
        var found = new PhotoMetadata();
        switch (PhotoSignature.Of("any.jpg", file.ReadAt(0, PhotoSignature.HeadBytes)).Format)
        {
            case PhotoFormat.Jpeg:
                JpegBlocks.Read(file, 0, found);
                break;
            case PhotoFormat.Png:
                PngBlocks.Read(file, found);
                break;
            case PhotoFormat.WebP:
                WebPBlocks.Read(file, found);
                break;
            case PhotoFormat.Gif:
                GifBlocks.Read(file, found);
                break;
            case not (PhotoFormat.None or PhotoFormat.Bmp):
                found.AddFile(file);
                break;
        }

        return found;
    }

    /// <summary>RAW files of the makers are TIFFs, box files, or hold a JPEG.</summary>
    private void AddFile(Stream file)
    {
        var head = file.ReadAt(0, 96);
        if (head.AsSpan().StartsWith("FUJIFILMCCD-RAW"u8))
            JpegBlocks.Read(file, new ByteView(head).U32(84), this);
        else if (!AddTiff(file))
            IsoBoxBlocks.Read(file, this);
    }

    /// <summary>A block of EXIF, which may have a few bytes of introduction before the TIFF in it.</summary>
    public void AddExif(byte[] block)
    {
        for (var at = 0; at <= 16 && at < block.Length; at++)
        {
            if (AddTiff(new MemoryStream(block[at..])))
                return;
        }
    }

    public bool AddTiff(Stream tiff)
    {
        if (Main.Count >= MostBlocks || Open(tiff) is not { } main)
            return false;
        Main.Add(main.First);
        Add(Exif, ExifDirectory);
        Add(Position, PositionDirectory);
        AddXmp(main.First.Bytes(XmpTag));
        AddIptc(main.First.Bytes(IptcTag));
        AddPhotoshop(main.First.Bytes(PhotoshopTag));
        return true;

        void Add(List<TiffDirectory> directories, ushort tag)
        {
            if (directories.Count < MostBlocks && main.First.Offset(tag) is > 0 and var at)
                directories.Add(main.At(at));
        }
    }

    /// <summary>
    /// The first directory of a TIFF, and how to open others; null when the bytes are none. Olympus and Panasonic have marks of their own.
    /// </summary>
    public static (TiffDirectory First, Func<long, TiffDirectory> At)? Open(Stream tiff)
    {
        var head = tiff.ReadAt(0, 16);
        if (head is not ([(byte)'I', (byte)'I', ..] or [(byte)'M', (byte)'M', ..]))
            return null;
        var view = new ByteView(head, head[0] == 'I');
        if (view.U16(2) is not (42 or 43 or 0x4F52 or 0x5352 or 0x55))
            return null;
        var (isLittle, isBig) = (head[0] == 'I', view.U16(2) == 43);
        TiffDirectory At(long at) => new(tiff, at, isLittle, isBig);
        return (At(isBig ? (long)Math.Min(view.U64(8), long.MaxValue) : view.U32(4)), At);
    }

    /// <summary>Photoshop's image resources: 8BIM, id, name padded to even, size, data padded to even.</summary>
    public void AddPhotoshop(ReadOnlySpan<byte> resources)
    {
        var view = new ByteView(resources);
        for (long at = 0; at + 12 <= view.Length && view.Slice(at, 4).SequenceEqual("8BIM"u8);)
        {
            var data = at + 6 + ((view.U8(at + 6) + 2) & ~1) + 4;
            var block = view.Slice(data, view.U32(data - 4));
            switch (view.U16(at + 4))
            {
                case 0x0404:
                    AddIptc(block.ToArray());
                    break;
                case 0x0422:
                    AddExif(block.ToArray());
                    break;
                case 0x0424:
                    AddXmp(block);
                    break;
            }

            at = data + ((view.U32(data - 4) + 1L) & ~1L);
        }
    }

    public void AddXmp(ReadOnlySpan<byte> packet)
    {
        if (packet.Length > 0 && XmpValues.Count < MostBlocks)
            XmpValues.Add(XmpProperties.Of(packet.ToArray()));
    }

    private void AddIptc(byte[] block)
    {
        if (block.Length > 0 && _iptc.Count < MostBlocks)
            _iptc.Add(block);
    }
}
